package proof

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"delegatedadmin.example/ent/auditevent"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/store"
)

// ledger is what was acknowledged, kept outside of the server in a file of its own that is synced for each line.
type ledger struct {
	mu    sync.Mutex
	file  *os.File
	acked map[string]uid.ID // value → in which organization
}

func newLedger(t *testing.T) *ledger {
	t.Helper()
	file, err := os.Create(filepath.Join(t.TempDir(), "ledger"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	return &ledger{file: file, acked: map[string]uid.ID{}}
}

func (l *ledger) write(value string, organization uid.ID) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.acked[value] = organization
	if _, err := fmt.Fprintln(l.file, value); err != nil {
		return err
	}
	return l.file.Sync()
}

// However often the server is killed, everything that it acknowledged is there, and nothing is half there.
func TestCrash_NothingAcknowledgedIsLost(t *testing.T) {
	t.Parallel()
	for name, database := range map[string]func(testing.TB) apptest.Database{
		"SQLite": apptest.SQLite, "PostgreSQL": apptest.DurablePostgres,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			db := database(t)
			st := db.Store(t)
			all := pairs(t, st, 8)
			if err := st.Close(); err != nil { // the server alone has the file
				t.Fatal(err)
			}
			l, path := newLedger(t), binary(t, "")
			var ready time.Duration
			for i := range crashes {
				begin := time.Now()
				server := start(t, path, db.URL)
				ready = max(ready, time.Since(begin))
				l.crash(t, server, all, i)
			}
			start(t, path, db.URL).kill()
			st = db.Store(t)
			l.check(t, st, all)
			t.Logf("%d crashes, %d acknowledged, none lost unless said above; ready again within %v", crashes, len(l.acked), ready)
		})
	}
}

// crash lets everybody write to a server and kills it in the middle.
func (l *ledger) crash(t *testing.T, server *process, all []pair, round int) {
	t.Helper()
	var writers sync.WaitGroup
	for w, p := range all {
		writers.Go(func() {
			for i := 0; ; i++ {
				value := fmt.Sprintf("%d-%d-%d", w, round, i)
				who := p.admin
				if i%2 == 1 {
					who = p.tech // on behalf: the use of the delegation is part of the transaction
				}
				a, err := who.ask(server, act, vars{"input": vars{"organizationId": p.customer, "name": value}})
				if err != nil {
					return // nobody knows what came of it
				}
				if a.code() != "" {
					t.Errorf("a write answers %s", a.code())
					return
				}
				if err := l.write(value, p.customer); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	time.Sleep(time.Duration(20+rand.IntN(380)) * time.Millisecond)
	server.kill()
	writers.Wait()
}

// check finds what was lost, and what is half there.
func (l *ledger) check(t *testing.T, st *store.Store, all []pair) {
	t.Helper()
	recorded := map[string]uid.ID{}
	for _, p := range all {
		events, err := st.Ent().AuditEvent.Query().
			Where(auditevent.OrganizationID(p.customer), auditevent.Action("organization.contact.update")).
			Order(auditevent.BySequence()).All(system)
		if err != nil {
			t.Fatal(err)
		}
		last := ""
		for _, e := range events {
			last = *e.Changes[0].After
			if recorded[last] != "" {
				t.Errorf("%s is recorded twice", last)
			}
			recorded[last] = p.customer
		}
		o, err := st.Ent().Organization.Get(system, p.customer)
		if err != nil {
			t.Fatal(err)
		}
		if o.ContactName != last {
			t.Errorf("half there: the contact is %q, the last event says %q", o.ContactName, last)
		}
		if err := audit.Verify(system, st, p.customer); err != nil {
			t.Error(err)
		}
	}
	lost := 0
	for value, organization := range l.acked {
		if recorded[value] != organization {
			lost++
		}
	}
	if lost > 0 {
		t.Errorf("%d of %d acknowledged writes are lost", lost, len(l.acked))
	}
	if len(l.acked) < crashes {
		t.Errorf("only %d writes were acknowledged: this proves nothing", len(l.acked))
	}
}

// A kill says nothing of a power failure; the syncs to the disk do. One writer after the other, each acknowledgement
// has one.
func TestCrash_EachAcknowledgementIsSynced(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Fatal("strace is missing: install it to count the syncs to the disk")
	}
	db := apptest.SQLite(t)
	st := db.Store(t)
	p := pairs(t, st, 1)[0]
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	server := start(t, binary(t, ""), db.URL)
	report := filepath.Join(t.TempDir(), "syncs")
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	watch := exec.CommandContext(ctx, strace, "-f", "-c", "-e", "trace=fsync,fdatasync", "-o", report, "-p", strconv.Itoa(server.cmd.Process.Pid))
	watch.Cancel = func() error { return watch.Process.Signal(os.Interrupt) }
	if err := watch.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(500 * time.Millisecond) // until it is attached
	const writes = 200
	for i := range writes {
		a, err := p.admin.ask(server, act, vars{"input": vars{"organizationId": p.customer, "name": strconv.Itoa(i)}})
		if err != nil || a.code() != "" {
			t.Fatalf("a write answers %s: %v", a.code(), err)
		}
	}
	stop()
	_ = watch.Wait()
	text, err := os.ReadFile(report)
	if err != nil {
		t.Fatal(err)
	}
	counted := 0
	for line := range strings.Lines(string(text)) {
		if columns := strings.Fields(line); len(columns) >= 5 && strings.HasSuffix(columns[len(columns)-1], "sync") {
			n, _ := strconv.Atoi(columns[3]) // % time, seconds, usecs/call, calls
			counted += n
		}
	}
	t.Logf("%d acknowledged writes, %d syncs", writes, counted)
	if counted < writes {
		t.Errorf("%d acknowledged writes had %d syncs:\n%s", writes, counted, text)
	}
}
