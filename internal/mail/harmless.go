package mail

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line makes s one line of at most limit characters, without anything that is not seen or that turns the direction of
// what follows.
func line(s string, limit int) string {
	s = strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if hidden(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, " "))), " ")
	s, _ = linksOff(s)
	return shorten(s, limit)
}

// block does the same to a text of many lines, which it keeps.
func block(s string, limit int) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n\n", "\t", "    ").Replace(strings.ToValidUTF8(s, " "))
	s = strings.Map(func(r rune) rune {
		if r != '\n' && hidden(r) {
			return -1
		}
		return r
	}, s)
	return shorten(strings.Trim(s, "\n "), limit)
}

// hidden characters take no place of their own: controls, line ends, and all that only formats, such as bidi overrides.
// The two joiners stay, which some scripts need.
func hidden(r rune) bool {
	if r == '\u200c' || r == '\u200d' {
		return false
	}
	return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co, unicode.Cs)
}

func shorten(s string, limit int) string {
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:limit-1])) + "…"
}

// What mail programs would make a link of.
var clickable = regexp.MustCompile(`(?i)://|\bwww\.|\b(?:mailto|tel|data|javascript):`)

// linksOff writes links so that they can be read and not clicked: a mail has one link, which is ours.
func linksOff(s string) (out string, off bool) {
	out = clickable.ReplaceAllStringFunc(s, func(m string) string {
		off = true
		if m == "://" {
			return "[:]//"
		}
		return m[:len(m)-1] + "[" + m[len(m)-1:] + "]"
	})
	return out, off
}

// quote marks every line as somebody else's.
func quote(s string) string { return "> " + strings.ReplaceAll(s, "\n", "\n> ") }

// tidy leaves at most one empty line between paragraphs, and no spaces at the end of a line but those of the dashes
// before the last lines.
func tidy(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	out := lines[:0]
	for _, l := range lines {
		if l != "-- " {
			l = strings.TrimRight(l, " ")
		}
		if l == "" && len(out) > 0 && out[len(out)-1] == "" {
			continue
		}
		out = append(out, l)
	}
	return strings.Join(out, "\n") + "\n"
}
