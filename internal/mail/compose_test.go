package mail_test

import (
	"bytes"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	netmail "net/mail"
	"slices"
	"strings"
	"testing"
	"time"

	"delegatedadmin.example/internal/mail"
)

// parsed is a mail as a mail program reads it.
type parsed struct {
	Header     netmail.Header
	Subject    string
	Text, HTML string
}

func mustParse(tb testing.TB, raw []byte) parsed {
	tb.Helper()
	if bytes.Contains(bytes.ReplaceAll(raw, []byte("\r\n"), nil), []byte("\n")) || bytes.Contains(bytes.ReplaceAll(raw, []byte("\r\n"), nil), []byte("\r")) {
		tb.Error("a line does not end in CRLF")
	}
	for l := range bytes.SplitSeq(raw, []byte("\r\n")) {
		if len(l) > 998 {
			tb.Errorf("a line has %d characters", len(l))
		}
	}
	m, err := netmail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		tb.Fatal(err)
	}
	p := parsed{Header: m.Header}
	if p.Subject, err = new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject")); err != nil {
		tb.Error(err)
	}
	kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil || kind != "multipart/alternative" {
		tb.Fatal(kind, err)
	}
	var kinds []string
	for r := multipart.NewReader(m.Body, params["boundary"]); ; {
		part, err := r.NextRawPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			tb.Fatal(err)
		}
		body, err := io.ReadAll(quotedprintable.NewReader(part))
		if err != nil {
			tb.Fatal(err)
		}
		kinds = append(kinds, part.Header.Get("Content-Type"))
		switch text := strings.ReplaceAll(string(body), "\r\n", "\n"); len(kinds) {
		case 1:
			p.Text = text
		case 2:
			p.HTML = text
		}
	}
	if !slices.Equal(kinds, []string{"text/plain; charset=utf-8", "text/html; charset=utf-8"}) {
		tb.Errorf("parts: %q", kinds)
	}
	return p
}

var headers = []string{"Auto-Submitted", "Content-Type", "Date", "From", "Message-Id", "Mime-Version", "Subject", "To", "X-Auto-Response-Suppress"}

// check tells whether a mail read back is the one that was written, to the one recipient, with no header more.
func check(tb testing.TB, m mail.Outgoing, raw []byte, to string) parsed {
	tb.Helper()
	p := mustParse(tb, raw)
	var names []string
	for name, values := range p.Header {
		names = append(names, name)
		if len(values) != 1 {
			tb.Errorf("%s: %q", name, values)
		}
	}
	want := headers
	if m.Unsubscribe != "" {
		want = append(slices.Clone(headers), "List-Unsubscribe")
		if got := p.Header.Get("List-Unsubscribe"); got != "<"+m.Unsubscribe+">" {
			tb.Errorf("List-Unsubscribe: %s", got)
		}
	}
	if slices.Sort(names); !slices.Equal(names, slices.Sorted(slices.Values(want))) {
		tb.Errorf("headers %q, want %q", names, want)
	}
	list, err := p.Header.AddressList("To")
	if err != nil || len(list) != 1 || list[0].Address != to || list[0].Name != "" {
		tb.Errorf("To: %v %v, want %s", list, err, to)
	}
	if date, err := p.Header.Date(); err != nil || !date.Equal(m.Date.Truncate(time.Second)) {
		tb.Errorf("Date: %v %v, want %v", date, err, m.Date)
	}
	if got := p.Header.Get("Auto-Submitted"); got != "auto-generated" {
		tb.Errorf("Auto-Submitted: %s", got)
	}
	if p.Text != m.Text {
		tb.Errorf("the text came back as %q, want %q", p.Text, m.Text)
	}
	if p.HTML != m.HTML {
		tb.Errorf("the HTML came back as %q, want %q", p.HTML, m.HTML)
	}
	return p
}

func TestBytes_ReadBack(t *testing.T) {
	t.Parallel()
	everyLetter(t, func(t *testing.T, _ mail.Kind, m mail.Outgoing) {
		m.Date = time.Date(2026, 11, 23, 14, 5, 6, 7000, time.UTC)
		m.From = from
		raw, err := m.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		p := check(t, m, raw, "admin@contoso.example")
		if want := strings.ReplaceAll(m.Subject, "=?", "= ?"); p.Subject != want {
			t.Errorf("subject %q, want %q", p.Subject, want)
		}
		if strings.ContainsFunc(p.Subject, func(r rune) bool { return r < 32 || r == 0x202e || r == 0x2028 }) {
			t.Errorf("the subject has hidden characters: %q", p.Subject)
		}
		if got, want := p.Header.Get("Message-Id"), "<msg_0197c2a4b0f07d0e8f3a5b6c7d8e9f00@admin.example>"; got != want {
			t.Errorf("Message-ID %s, want %s", got, want)
		}
		if a, err := netmail.ParseAddress(p.Header.Get("From")); err != nil || a.Name != "Delegated Admin" || a.Address != "mail@admin.example" {
			t.Errorf("From: %v %v", a, err)
		}
	})
}

func TestBytes_NamesBeyondASCII(t *testing.T) {
	t.Parallel()
	m := mail.Outgoing{
		ID: "msg_1", Host: "bücher.example", From: "Zoë “Z” Über <post@bücher.example>", To: "адрес@пример.example",
		Subject: strings.Repeat("Größe 漢字 ", 12) + "end", Text: "x\n", HTML: "<p>x", Date: time.Now().UTC(),
	}
	raw, err := m.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	p := check(t, m, raw, "адрес@xn--e1afmkfd.example")
	if p.Subject != m.Subject {
		t.Errorf("subject %q, want %q", p.Subject, m.Subject)
	}
	if a, err := netmail.ParseAddress(p.Header.Get("From")); err != nil || a.Name != "Zoë “Z” Über" || a.Address != "post@xn--bcher-kva.example" {
		t.Errorf("From: %v %v", a, err)
	}
	if got := p.Header.Get("Message-Id"); got != "<msg_1@xn--bcher-kva.example>" {
		t.Errorf("Message-ID: %s", got)
	}
}

func TestAddress_IsOnePlainAddress(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"admin@contoso.example": "admin@contoso.example", "a.b+c@x.example": "a.b+c@x.example", "o'neil@x.example": "o'neil@x.example",
		"a@bücher.example": "a@xn--bcher-kva.example", "ü@x.example": "ü@x.example", "a@X.example": "a@x.example",
	} {
		if got, err := mail.Address(in); err != nil || got != want {
			t.Errorf("%q: %q %v, want %q", in, got, err, want)
		}
	}
	for _, in := range []string{
		"", "a", "@", "a@", "@x.example", "a@b@x.example", "a,b@x.example", "a@x.example,b@y.example", "a@x.example b@y.example",
		"a@x.example\r\nBcc: b@y.example", "a\nb@x.example", "a\x00@x.example", "a@x.example\x00", "a\u2028@x.example", "\u202ea@x.example", "a\u200b@x.example",
		`"a b"@x.example`, `"a"@x.example`, "a(comment)@x.example", "a@x.example(comment)", "Name <a@x.example>", "<a@x.example>", "group: a@x.example;", "undisclosed:;",
		"a..b@x.example", ".a@x.example", "a.@x.example", "a@[127.0.0.1]", "a@x.example.", "a@x..example", "a@-x.example", "a@x_y.example", "a @x.example", " a@x.example",
		"a%0d%0aRCPT@x.example>", "a@x.example>", "a\\@x.example", "a;b@x.example", "a:b@x.example", "a[b]@x.example", "\xff@x.example",
		strings.Repeat("a", 65) + "@x.example", "a@" + strings.Repeat("x.", 200) + "example",
	} {
		if got, err := mail.Address(in); err == nil {
			t.Errorf("%q was taken as %q", in, got)
		}
		if _, err := (mail.Outgoing{From: from, To: in}).Bytes(); err == nil {
			t.Errorf("a mail to %q was written", in)
		}
	}
}

func FuzzBytes(f *testing.F) {
	f.Add("Fabrikam", "admin@contoso.example", "hello\nyou")
	f.Add(evil, "a\r\n@x.example", evil)
	f.Fuzz(func(t *testing.T, name, to, words string) {
		m, err := mail.Write(mail.Message{Kind: mail.Offer, To: "admin@contoso.example", Data: data("partner", name, "message", words, "terms", words, "roles", words)}, base, "mail@admin.example", token)
		if err != nil {
			t.Fatal(err)
		}
		m.From, m.To, m.Date = from, to, time.Unix(1_800_000_000, 0).UTC()
		plain, err := mail.Address(to)
		if err != nil {
			plain, m.To = "admin@contoso.example", "admin@contoso.example"
		}
		raw, err := m.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		check(t, m, raw, plain)
		if got := address.FindAllString(m.Text, -1); len(got) != 1 {
			t.Errorf("links: %q", got)
		}
	})
}
