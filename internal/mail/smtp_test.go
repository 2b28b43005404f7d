package mail_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"math/big"
	"net"
	"slices"
	"strings"
	"testing"
	"time"

	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/mail"
)

func mustSMTP(tb testing.TB, address string) *mail.SMTP {
	tb.Helper()
	s, err := mail.ParseSMTP(address)
	if err != nil {
		tb.Fatal(err)
	}
	s.Impatient(300 * time.Millisecond)
	return s
}

func outgoing(to string) mail.Outgoing {
	return mail.Outgoing{
		ID: "msg_0197c2a4b0f07d0e8f3a5b6c7d8e9f00", Host: "admin.example", From: from, To: to, Subject: "Hello",
		Text: "One.\n.\n..two\n", HTML: "<p>One.\n.\n", Date: time.Date(2026, 11, 23, 14, 5, 6, 0, time.UTC), Secret: token,
	}
}

func TestSend_ArrivesAsItWasWritten(t *testing.T) {
	t.Parallel()
	server := apptest.StartSMTP(t)
	m := outgoing("admin@contoso.example")
	if err := mustSMTP(t, server.String()).Send(t.Context(), m); err != nil {
		t.Fatal(err)
	}
	got := server.Mails()
	if len(got) != 1 || got[0].From != "mail@admin.example" || !slices.Equal(got[0].To, []string{"admin@contoso.example"}) {
		t.Fatalf("the server got %+v", got)
	}
	check(t, m, []byte(got[0].Body), "admin@contoso.example")
}

func TestSend_SortsFaults(t *testing.T) {
	t.Parallel()
	type verdict struct{ forGood, down, unsure bool }
	again, forGood, down, unsure := verdict{}, verdict{forGood: true}, verdict{down: true}, verdict{down: true, unsure: true}
	for name, c := range map[string]struct {
		fault apptest.Fault
		want  verdict
		says  string
	}{
		"drops at once":           {apptest.Fault{At: "connect", Drop: true}, down, "can't be reached"},
		"hangs at the greeting":   {apptest.Fault{At: "greeting"}, down, "can't be reached"},
		"refuses at the greeting": {apptest.Fault{At: "greeting", Answer: "554 no"}, down, "takes no mails"},
		"hangs at EHLO":           {apptest.Fault{At: "EHLO"}, down, "can't be reached"},
		"drops at MAIL":           {apptest.Fault{At: "MAIL", Drop: true}, down, "lost"},
		"hangs at MAIL":           {apptest.Fault{At: "MAIL"}, down, "lost"},
		"wants a sign-in":         {apptest.Fault{At: "MAIL", Answer: "530 5.7.0 Authentication required"}, down, "530 5.7.0"},
		"refuses the sender":      {apptest.Fault{At: "MAIL", Answer: "550 5.7.1 no"}, forGood, "550 5.7.1 no"},
		"greylists":               {apptest.Fault{At: "RCPT", Answer: "451 4.7.1 later"}, again, "451 4.7.1 later"},
		"closes":                  {apptest.Fault{At: "RCPT", Answer: "421 4.3.2 closing"}, down, "421"},
		"knows no such person":    {apptest.Fault{At: "RCPT", Answer: "550 5.1.1 No such user"}, forGood, "550 5.1.1 No such user"},
		"hangs at RCPT":           {apptest.Fault{At: "RCPT"}, down, "lost"},
		"refuses DATA":            {apptest.Fault{At: "DATA", Answer: "554 5.5.1 no"}, forGood, "554"},
		"defers DATA":             {apptest.Fault{At: "DATA", Answer: "452 4.3.1 full"}, again, "452"},
		"drops at DATA":           {apptest.Fault{At: "DATA", Drop: true}, down, "lost"},
		"refuses the mail":        {apptest.Fault{At: ".", Answer: "554 5.7.1 spam"}, forGood, "554 5.7.1 spam"},
		"defers the mail":         {apptest.Fault{At: ".", Answer: "451 4.3.0 later"}, again, "451"},
		"drops after the mail":    {apptest.Fault{At: ".", Drop: true, Take: true}, unsure, "did not confirm"},
		"nonsense":                {apptest.Fault{At: "RCPT", Answer: "what?"}, down, "lost"},
		"many lines":              {apptest.Fault{At: "RCPT", Answer: "550-5.1.1 No\n550 such user\x07"}, forGood, "550 5.1.1 No such user"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := apptest.StartSMTP(t)
			server.Break(c.fault)
			began := time.Now()
			err := mustSMTP(t, server.String()).Send(t.Context(), outgoing("admin@contoso.example"))
			var failed *mail.SendError
			if !errors.As(err, &failed) {
				t.Fatalf("%v", err)
			}
			if got := (verdict{failed.ForGood, failed.Down, failed.Unsure}); got != c.want {
				t.Errorf("%+v, want %+v (%v)", got, c.want, err)
			}
			if !strings.Contains(failed.Reason, c.says) || strings.Contains(failed.Reason, "127.0.0.1") {
				t.Errorf("it says %q, want %q", failed.Reason, c.says)
			}
			if took := time.Since(began); took > 5*time.Second {
				t.Errorf("it took %v", took)
			}
			server.Break(apptest.Fault{})
			before := len(server.Mails())
			if err := mustSMTP(t, server.String()).Send(t.Context(), outgoing("admin@contoso.example")); err != nil || len(server.Mails()) != before+1 {
				t.Errorf("the mended server: %v", err)
			}
		})
	}
}

func TestSend_NobodyListens(t *testing.T) {
	t.Parallel()
	server := apptest.StartSMTP(t)
	server.Stop()
	var failed *mail.SendError
	if err := mustSMTP(t, server.String()).Send(t.Context(), outgoing("a@x.example")); !errors.As(err, &failed) || !failed.Down || failed.ForGood {
		t.Errorf("%v", err)
	}
}

func TestSend_EndsWithItsContext(t *testing.T) {
	t.Parallel()
	server := apptest.StartSMTP(t)
	server.Break(apptest.Fault{At: "RCPT"})
	s, err := mail.ParseSMTP(server.String())
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	began := time.Now()
	if err := s.Send(ctx, outgoing("a@x.example")); err == nil || time.Since(began) > 3*time.Second {
		t.Errorf("%v after %v", err, time.Since(began))
	}
}

func TestSend_AddressBeyondASCII_NeedsSMTPUTF8(t *testing.T) {
	t.Parallel()
	server := apptest.StartSMTP(t)
	var failed *mail.SendError
	if err := mustSMTP(t, server.String()).Send(t.Context(), outgoing("адрес@x.example")); !errors.As(err, &failed) || !failed.ForGood {
		t.Errorf("without SMTPUTF8: %v", err)
	}
	server = apptest.StartSMTP(t, func(s *apptest.SMTP) { s.Extensions = []string{"8BITMIME", "SMTPUTF8"} })
	if err := mustSMTP(t, server.String()).Send(t.Context(), outgoing("адрес@x.example")); err != nil {
		t.Errorf("with SMTPUTF8: %v", err)
	}
	if got := server.Mails(); len(got) != 1 || got[0].To[0] != "адрес@x.example" {
		t.Errorf("the server got %+v", got)
	}
}

func TestSend_BadRecipient_NeverReachesTheServer(t *testing.T) {
	t.Parallel()
	server := apptest.StartSMTP(t)
	for _, to := range []string{"a@x.example>\r\nRCPT TO:<b@y.example", "a@x.example,b@y.example", `"a b"@x.example`} {
		var failed *mail.SendError
		if err := mustSMTP(t, server.String()).Send(t.Context(), outgoing(to)); !errors.As(err, &failed) || !failed.ForGood {
			t.Errorf("%q: %v", to, err)
		}
	}
	if got := server.Commands(); len(got) != 0 {
		t.Errorf("the server heard %q", got)
	}
}

func TestSend_OverTLS(t *testing.T) {
	t.Parallel()
	certificate, pool := mustCertificate(t)
	secure := func(s *apptest.SMTP) {
		s.TLS = &tls.Config{Certificates: []tls.Certificate{certificate}, MinVersion: tls.VersionTLS12}
	}
	offers := func(s *apptest.SMTP) { secure(s); s.Extensions = []string{"STARTTLS", "AUTH PLAIN"} }
	implicit := func(s *apptest.SMTP) { secure(s); s.ImplicitTLS = true; s.Extensions = []string{"AUTH PLAIN"} }
	plain := func(s *apptest.SMTP) { s.Extensions = []string{"AUTH PLAIN"} }
	for name, c := range map[string]struct {
		server   func(*apptest.SMTP)
		scheme   string
		query    string
		trusted  bool
		works    bool
		startTLS bool
	}{
		"taken up when offered":          {offers, "smtp", "", true, true, true},
		"required and offered":           {offers, "smtp", "?tls=required", true, true, true},
		"required and not offered":       {plain, "smtp", "?tls=required", true, false, false},
		"not offered":                    {plain, "smtp", "", true, true, false},
		"never":                          {offers, "smtp", "?tls=never", true, true, false},
		"certificate of somebody":        {offers, "smtp", "", false, false, true},
		"smtps":                          {implicit, "smtps", "", true, true, false},
		"smtps, certificate of somebody": {implicit, "smtps", "", false, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := apptest.StartSMTP(t, c.server)
			s := mustSMTP(t, c.scheme+"://user:s3cret-passw0rd@"+server.Address()+c.query)
			s.Impatient(3 * time.Second)
			if c.trusted {
				s.Trust(pool)
			}
			err := s.Send(t.Context(), outgoing("a@x.example"))
			if (err == nil) != c.works || len(server.Mails()) != map[bool]int{true: 1}[c.works] {
				t.Errorf("%v; mails: %d", err, len(server.Mails()))
			}
			var failed *mail.SendError
			if err != nil && (!errors.As(err, &failed) || failed.ForGood || strings.Contains(err.Error(), "s3cret")) {
				t.Errorf("%v", err)
			}
			if got := slices.Contains(server.Commands(), "STARTTLS"); got != c.startTLS {
				t.Errorf("STARTTLS: %v, want %v", got, c.startTLS)
			}
			if c.works != slices.Contains(server.Commands(), "AUTH") {
				t.Errorf("commands: %q", server.Commands())
			}
		})
	}
}

func TestSend_WrongPassword_IsNotTheMailsFault(t *testing.T) {
	t.Parallel()
	server := apptest.StartSMTP(t, func(s *apptest.SMTP) { s.Extensions = []string{"AUTH PLAIN"} })
	server.Break(apptest.Fault{At: "AUTH", Answer: "535 5.7.8 wrong"})
	var failed *mail.SendError
	if err := mustSMTP(t, "smtp://user:s3cret@"+server.Address()).Send(t.Context(), outgoing("a@x.example")); !errors.As(err, &failed) || failed.ForGood || !failed.Down {
		t.Errorf("%v", err)
	}
}

func TestParseSMTP_RefusesWithoutTellingThePassword(t *testing.T) {
	t.Parallel()
	for _, in := range []string{
		"", "mail.example:25", "http://u:s3cret@mail.example", "smtp://", "smtp://u:s3cret@mail.example/path", "smtp://u:s3cret@mail.example?tls=maybe",
		"smtps://u:s3cret@mail.example?tls=never", "smtp://u:s3cret@mail.example?insecure=1", "smtp://u:s3cret@mail.example:x", "smtp://u:s3cret%zz@mail.example",
	} {
		if _, err := mail.ParseSMTP(in); err == nil || strings.Contains(err.Error(), "s3cret") {
			t.Errorf("%q: %v", in, err)
		}
	}
}

func TestReadable_HasNoSecret(t *testing.T) {
	t.Parallel()
	for _, in := range []string{
		"blocked https://admin.example/authorize#" + token, "blocked /AUTHORIZE%23" + strings.ToUpper(token), "token " + token[:20], "token " + token[20:],
		"token " + token[:10] + "=\r\n" + token[10:], "token " + token[:5] + " " + token[5:],
	} {
		got := mail.Readable(in, token)
		if squeezed := strings.ToLower(strings.ReplaceAll(got, " ", "")); strings.Contains(squeezed, strings.ToLower(token[:10])) || strings.Contains(squeezed, strings.ToLower(token[20:30])) {
			t.Errorf("%q became %q", in, got)
		}
	}
	if got := mail.Readable("550 5.1.1\r\n no\x00 such\u202e user", token); got != "550 5.1.1 no such user" {
		t.Errorf("%q", got)
	}
	if got := mail.Readable(strings.Repeat("é", 900), ""); len(got) > 1000 || strings.Contains(got, "\ufffd") {
		t.Errorf("%d bytes", len(got))
	}
}

func mustCertificate(tb testing.TB) (tls.Certificate, *x509.CertPool) {
	tb.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		tb.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		tb.Fatal(err)
	}
	leaf, err := x509.ParseCertificate(der)
	if err != nil {
		tb.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AddCert(leaf)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, pool
}
