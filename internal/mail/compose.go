package mail

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"mime"
	"mime/quotedprintable"
	netmail "net/mail"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"delegatedadmin.example/ent/schema/uid"
)

// Outgoing is a mail as it leaves.
type Outgoing struct {
	ID      uid.ID // of the outbox row
	Host    string // of the installation; with the ID it makes the Message-ID
	From    string // an address, perhaps with a name
	To      string // one address
	Subject string
	Text    string
	HTML    string
	Date    time.Time
	Secret  string // a token that the mail holds, which must not come back in an error
	// Unsubscribe is where mails of this kind are turned off, as RFC 2369 has it; empty for those that can't be.
	Unsubscribe string
}

// errAddress is returned for what is not one plain address.
var errAddress = errors.New("that is not one plain e-mail address")

// MessageID is the same for every attempt, so that a mail that came twice can be recognized.
func (m Outgoing) MessageID() string {
	h, err := idna.Lookup.ToASCII(m.Host)
	if err != nil || h == "" {
		h = "localhost"
	}
	return string(m.ID) + "@" + h
}

// Bytes writes the mail as RFC 5322 has it, with its two alternatives.
func (m Outgoing) Bytes() ([]byte, error) {
	to, err := address(m.To)
	if err != nil {
		return nil, err
	}
	from, err := sender(m.From)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256([]byte(m.MessageID()))
	boundary := "=_" + hex.EncodeToString(sum[:12]) // "=_" never stands in quoted-printable
	var b bytes.Buffer
	headers := [][2]string{
		{"From", from.String()},
		{"To", "<" + to + ">"},
		{"Subject", subject(m.Subject)},
		{"Date", m.Date.UTC().Format("Mon, 02 Jan 2006 15:04:05 +0000")},
		{"Message-ID", "<" + m.MessageID() + ">"},
		{"Auto-Submitted", "auto-generated"},
		{"X-Auto-Response-Suppress", "All"},
		{"MIME-Version", "1.0"},
		{"Content-Type", `multipart/alternative; boundary="` + boundary + `"`},
	}
	if m.Unsubscribe != "" && !strings.ContainsFunc(m.Unsubscribe, notInAddress) {
		headers = append(headers, [2]string{"List-Unsubscribe", "<" + m.Unsubscribe + ">"})
	}
	for _, h := range headers {
		b.WriteString(fold(h[0] + ": " + h[1]))
	}
	for _, part := range [][2]string{{"text/plain", m.Text}, {"text/html", m.HTML}} {
		fmt.Fprintf(&b, "\r\n--%s\r\nContent-Type: %s; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n", boundary, part[0])
		w := quotedprintable.NewWriter(&b)
		if _, err := w.Write([]byte(part[1])); err != nil {
			return nil, err
		}
		if err := w.Close(); err != nil {
			return nil, err
		}
	}
	fmt.Fprintf(&b, "\r\n--%s--\r\n", boundary)
	return b.Bytes(), nil
}

// subject encodes s as RFC 2047 has it. A text that looks as if it were encoded is not to be decoded.
func subject(s string) string {
	return mime.QEncoding.Encode("utf-8", strings.ReplaceAll(line(s, 180), "=?", "= ?"))
}

// fold breaks a header at its spaces into lines of at most 76 characters where it can.
func fold(header string) string {
	var b strings.Builder
	width := 0
	for i, word := range strings.Split(header, " ") {
		switch {
		case i > 1 && width+1+len(word) > 76:
			b.WriteString("\r\n ")
			width = 1
		case i > 0:
			b.WriteByte(' ')
			width++
		}
		b.WriteString(word)
		width += len(word)
	}
	return b.String() + "\r\n"
}

// sender reads the From of the configuration.
func sender(from string) (*netmail.Address, error) {
	a, err := netmail.ParseAddress(from)
	if err != nil {
		return nil, fmt.Errorf("the sender %q is not an address", from)
	}
	plain, err := address(a.Address)
	if err != nil {
		return nil, fmt.Errorf("the sender %q: %w", from, err)
	}
	return &netmail.Address{Name: line(a.Name, 100), Address: plain}, nil
}

// address checks that s is one plain address and returns it with an ASCII domain. A quoted local part, a comment, a
// group, a list, a domain literal and anything hidden are refused rather than understood.
func address(s string) (string, error) {
	local, domain, found := cutLast(s, "@")
	if !found || len(local) == 0 || len(local) > 64 || len(s) > 320 || !utf8.ValidString(s) {
		return "", errAddress
	}
	for part := range strings.SplitSeq(local, ".") {
		if part == "" || strings.ContainsFunc(part, notAtom) {
			return "", errAddress
		}
	}
	if strings.HasSuffix(domain, ".") {
		return "", errAddress
	}
	ascii, err := domains.ToASCII(domain)
	if err != nil || ascii == "" || len(ascii) > 253 || strings.ContainsFunc(ascii, notDomain) {
		return "", errAddress
	}
	return local + "@" + ascii, nil
}

var domains = idna.New(idna.MapForLookup(), idna.BidiRule(), idna.VerifyDNSLength(true))

func cutLast(s, sep string) (before, after string, found bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// notAtom tells what may not stand in a local part (RFC 5322 atext, RFC 6532 beyond ASCII).
func notAtom(r rune) bool {
	switch {
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
		return false
	case r < utf8.RuneSelf:
		return !strings.ContainsRune("!#$%&'*+-/=?^_`{|}~", r)
	}
	return !unicode.In(r, unicode.L, unicode.M, unicode.N)
}

// notInAddress tells what may not stand in the address of a page in a header (RFC 3986).
func notInAddress(r rune) bool {
	return r <= ' ' || r >= 0x7f || strings.ContainsRune("<>\"\\^`{|}", r)
}

func notDomain(r rune) bool {
	return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' && r != '.'
}
