package apptest

import (
	"net"
	"sync"
	"testing"

	"golang.org/x/net/dns/dnsmessage"
)

// DNS is a DNS server of a test, which answers questions for TXT records over UDP.
type DNS struct {
	Address string // host:port

	mu    sync.Mutex
	names map[string]Answer // by name, without the dot at its end
	asked []string
}

// Answer is how a name is answered.
type Answer struct {
	TXT    [][]string // records, each of the strings that it is split in
	Fault  dnsmessage.RCode
	Silent bool   // nothing comes back
	Before func() // is called while whoever asks waits
}

// NewDNS starts a DNS server that knows no name.
func NewDNS(tb testing.TB) *DNS {
	tb.Helper()
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	d := &DNS{Address: conn.LocalAddr().String(), names: map[string]Answer{}}
	done := make(chan struct{})
	go func() {
		defer close(done)
		d.serve(tb, conn)
	}()
	tb.Cleanup(func() {
		_ = conn.Close()
		<-done
	})
	return d
}

// Set says how a name is answered from now on.
func (d *DNS) Set(name string, a Answer) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.names[name] = a
}

// Asked are the names that were asked for, without repeats.
func (d *DNS) Asked() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return append([]string(nil), d.asked...)
}

func (d *DNS) serve(tb testing.TB, conn net.PacketConn) {
	buffer := make([]byte, 4096)
	for {
		n, from, err := conn.ReadFrom(buffer)
		if err != nil {
			return
		}
		var question dnsmessage.Message
		if err := question.Unpack(buffer[:n]); err != nil || len(question.Questions) != 1 {
			tb.Errorf("a question that can't be read: %v", err)
			continue
		}
		q := question.Questions[0]
		a := d.answer(q.Name.String())
		if a.Before != nil {
			a.Before()
		}
		if a.Silent {
			continue
		}
		reply := dnsmessage.Message{
			Header:    dnsmessage.Header{ID: question.ID, Response: true, RecursionAvailable: true, RecursionDesired: question.RecursionDesired, RCode: a.Fault},
			Questions: question.Questions,
		}
		for _, texts := range a.TXT {
			if q.Type == dnsmessage.TypeTXT {
				reply.Answers = append(reply.Answers, dnsmessage.Resource{
					Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class, TTL: 1}, Body: &dnsmessage.TXTResource{TXT: texts},
				})
			}
		}
		packed, err := reply.Pack()
		if err != nil {
			tb.Errorf("an answer that can't be written: %v", err)
			continue
		}
		_, _ = conn.WriteTo(packed, from)
	}
}

// answer is the answer for a name, as it is asked for.
func (d *DNS) answer(name string) Answer {
	d.mu.Lock()
	defer d.mu.Unlock()
	name = name[:len(name)-1]
	if len(d.asked) == 0 || d.asked[len(d.asked)-1] != name {
		d.asked = append(d.asked, name)
	}
	a, known := d.names[name]
	if !known {
		a.Fault = dnsmessage.RCodeNameError
	}
	return a
}
