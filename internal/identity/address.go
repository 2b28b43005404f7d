package identity

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"
	"golang.org/x/text/secure/precis"
	"golang.org/x/text/unicode/bidi"

	"delegatedadmin.example/internal/apperr"
)

// The longest address, and the longest part of it before @ (RFC 5321), in bytes.
const (
	maxAddress   = 320
	maxLocalPart = 64
)

// hosts reads domain names as a browser does for a look-up, and refuses what no registry gives out.
var hosts = idna.New(idna.MapForLookup(), idna.BidiRule(), idna.StrictDomainName(true), idna.ValidateLabels(true),
	idna.VerifyDNSLength(true), idna.Transitional(false))

// NormalizeUserName folds what somebody signs in with, such as "Adele@Contoso.example", so that two ways to write one
// name are equal. What can't be a user name is INVALID.
func NormalizeUserName(text string) (string, error) {
	folded, ok := normalizeAddress(text)
	if !ok {
		return "", apperr.New(apperr.Invalid, "A user name looks like adele@contoso.example.")
	}
	return folded, nil
}

// NormalizeEmail folds one e-mail address. Anything else, such as a list of addresses, one with a display name or one
// with a quoted part, is INVALID.
func NormalizeEmail(text string) (string, error) {
	folded, ok := normalizeAddress(text)
	if !ok {
		return "", apperr.New(apperr.Invalid, "Enter one e-mail address, such as adele@contoso.example.")
	}
	return folded, nil
}

// normalizeAddress folds the part before @ as a user name (RFC 8265) and the domain to lower-case Unicode (RFC 5891).
// Both parts are checked after folding, for folding can make an ASCII comma of another one.
func normalizeAddress(text string) (string, bool) {
	text = strings.Trim(text, " ") // no other white space: a line break never gets near a mail's header
	if len(text) > 4*maxAddress || !utf8.ValidString(text) {
		return "", false
	}
	local, host, found := strings.Cut(text, "@")
	if !found || strings.Contains(host, "@") {
		return "", false
	}
	local, err := precis.UsernameCaseMapped.String(local)
	if err != nil || len(local) > maxLocalPart || !dotAtom(local) {
		return "", false
	}
	host, ok := NormalizeHost(host)
	if !ok || len(local)+1+len(host) > maxAddress {
		return "", false
	}
	return local + "@" + host, true
}

// NormalizeHost folds a domain name of at least two labels, of which the last is not a number, to lower-case Unicode.
func NormalizeHost(text string) (string, bool) {
	ascii, err := hosts.ToASCII(text)
	if err != nil || strings.HasSuffix(ascii, ".") {
		return "", false
	}
	dot := strings.LastIndexByte(ascii, '.')
	if dot < 0 || strings.Trim(ascii[dot+1:], "0123456789") == "" {
		return "", false
	}
	host, err := hosts.ToUnicode(ascii)
	return strings.ToLower(host), err == nil
}

// dotAtom tells whether text can stand before @ without quotes: RFC 5322's characters and letters of any script, with
// single dots between them.
func dotAtom(text string) bool {
	for _, part := range strings.Split(text, ".") {
		if part == "" {
			return false
		}
		for _, r := range part {
			if r < utf8.RuneSelf && !atomChar(byte(r)) {
				return false
			}
			if p, _ := bidi.LookupRune(r); p.Class() == bidi.Control {
				return false
			}
		}
	}
	return true
}

func atomChar(c byte) bool {
	return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || strings.IndexByte("!#$%&'*+-/=?^_`{|}~", c) >= 0
}
