package graph

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// maxJSONDepth is how deep objects and lists may nest in a request.
const maxJSONDepth = 20

// errJSONDepth is for JSON that nests too deep.
var errJSONDepth = fmt.Errorf("the JSON nests deeper than %d levels", maxJSONDepth)

// decodeJSON reads the one JSON value in body. It is stricter than encoding/json: it refuses a key that stands twice
// in an object, anything after the value, text that is not UTF-8, and deep nesting. Its errors name the place and
// never show the text, which may hold a password.
//
// Objects are map[string]any, lists []any, numbers json.Number.
func decodeJSON(body []byte) (any, error) {
	if !utf8.Valid(body) {
		return nil, errors.New("the JSON is not UTF-8")
	}
	d := decoder{text: body}
	value, err := d.value(0)
	if err != nil {
		return nil, err
	}
	if d.space(); d.at < len(d.text) {
		return nil, fmt.Errorf("there is something after the JSON, at byte %d", d.at)
	}
	return value, nil
}

type decoder struct {
	text []byte
	at   int
}

func (d *decoder) fail() error { return fmt.Errorf("the JSON is not valid, at byte %d", d.at) }

func (d *decoder) space() {
	for d.at < len(d.text) {
		switch d.text[d.at] {
		case ' ', '\t', '\n', '\r':
			d.at++
		default:
			return
		}
	}
}

// next skips white space and returns the byte there, 0 at the end.
func (d *decoder) next() byte {
	d.space()
	if d.at == len(d.text) {
		return 0
	}
	return d.text[d.at]
}

func (d *decoder) value(depth int) (any, error) {
	if depth > maxJSONDepth {
		return nil, errJSONDepth
	}
	switch c := d.next(); c {
	case '{':
		return d.object(depth)
	case '[':
		return d.list(depth)
	case '"':
		return d.str()
	case 't':
		return true, d.word("true")
	case 'f':
		return false, d.word("false")
	case 'n':
		return nil, d.word("null")
	default:
		if c == '-' || '0' <= c && c <= '9' {
			return d.number()
		}
		return nil, d.fail()
	}
}

func (d *decoder) word(w string) error {
	if len(d.text)-d.at < len(w) || string(d.text[d.at:d.at+len(w)]) != w {
		return d.fail()
	}
	d.at += len(w)
	return nil
}

func (d *decoder) object(depth int) (map[string]any, error) {
	d.at++
	object := map[string]any{}
	if d.next() == '}' {
		d.at++
		return object, nil
	}
	for {
		if d.next() != '"' {
			return nil, d.fail()
		}
		start := d.at
		key, err := d.str()
		if err != nil {
			return nil, err
		}
		if _, twice := object[key]; twice {
			return nil, fmt.Errorf("a key stands twice in a JSON object, at byte %d", start)
		}
		if d.next() != ':' {
			return nil, d.fail()
		}
		d.at++
		if object[key], err = d.value(depth + 1); err != nil {
			return nil, err
		}
		switch d.next() {
		case ',':
			d.at++
		case '}':
			d.at++
			return object, nil
		default:
			return nil, d.fail()
		}
	}
}

func (d *decoder) list(depth int) ([]any, error) {
	d.at++
	list := []any{}
	if d.next() == ']' {
		d.at++
		return list, nil
	}
	for {
		value, err := d.value(depth + 1)
		if err != nil {
			return nil, err
		}
		list = append(list, value)
		switch d.next() {
		case ',':
			d.at++
		case ']':
			d.at++
			return list, nil
		default:
			return nil, d.fail()
		}
	}
}

func (d *decoder) str() (string, error) {
	d.at++
	start := d.at
	for d.at < len(d.text) {
		switch c := d.text[d.at]; {
		case c == '"':
			d.at++
			return string(d.text[start : d.at-1]), nil
		case c == '\\':
			return d.escaped(start)
		case c < ' ':
			return "", d.fail()
		}
		d.at++
	}
	return "", d.fail()
}

// escaped reads on in a string that began at start and has its first escape here.
func (d *decoder) escaped(start int) (string, error) {
	out := append(make([]byte, 0, d.at-start+64), d.text[start:d.at]...)
	for d.at < len(d.text) {
		c := d.text[d.at]
		switch {
		case c == '"':
			d.at++
			return string(out), nil
		case c < ' ':
			return "", d.fail()
		case c != '\\':
			out = append(out, c)
			d.at++
			continue
		}
		if d.at+1 == len(d.text) {
			return "", d.fail()
		}
		switch c := d.text[d.at+1]; c {
		case '"', '\\', '/':
			out = append(out, c)
		case 'b':
			out = append(out, '\b')
		case 'f':
			out = append(out, '\f')
		case 'n':
			out = append(out, '\n')
		case 'r':
			out = append(out, '\r')
		case 't':
			out = append(out, '\t')
		case 'u':
			r, ok := d.unit(d.at)
			if !ok {
				return "", d.fail()
			}
			if utf16.IsSurrogate(r) {
				low, ok := d.unit(d.at + 6)
				if r = utf16.DecodeRune(r, low); !ok || r == utf8.RuneError {
					return "", d.fail()
				}
				d.at += 6
			}
			out = utf8.AppendRune(out, r)
			d.at += 4
		default:
			return "", d.fail()
		}
		d.at += 2
	}
	return "", d.fail()
}

// unit reads the \uXXXX at i.
func (d *decoder) unit(i int) (rune, bool) {
	if len(d.text) < i+6 || d.text[i] != '\\' || d.text[i+1] != 'u' {
		return 0, false
	}
	var r rune
	for _, c := range d.text[i+2 : i+6] {
		switch {
		case '0' <= c && c <= '9':
			c -= '0'
		case 'a' <= c && c <= 'f':
			c -= 'a' - 10
		case 'A' <= c && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}

func (d *decoder) number() (json.Number, error) {
	start := d.at
	if d.text[d.at] == '-' {
		d.at++
	}
	switch whole := d.digits(); {
	case whole == 0, whole > 1 && d.text[d.at-whole] == '0':
		return "", d.fail()
	}
	if d.at < len(d.text) && d.text[d.at] == '.' {
		d.at++
		if d.digits() == 0 {
			return "", d.fail()
		}
	}
	if d.at < len(d.text) && (d.text[d.at] == 'e' || d.text[d.at] == 'E') {
		d.at++
		if d.at < len(d.text) && (d.text[d.at] == '+' || d.text[d.at] == '-') {
			d.at++
		}
		if d.digits() == 0 {
			return "", d.fail()
		}
	}
	return json.Number(d.text[start:d.at]), nil
}

func (d *decoder) digits() int {
	start := d.at
	for d.at < len(d.text) && '0' <= d.text[d.at] && d.text[d.at] <= '9' {
		d.at++
	}
	return d.at - start
}

// appendJSON appends v as JSON. It is for the few small values of a response that are not encoded yet.
func appendJSON(b []byte, v any) []byte {
	if text, ok := v.(string); ok && plain(text) {
		return strconv.AppendQuote(b, text)
	}
	encoded, err := json.Marshal(v)
	if err != nil { // not one of ours: text, numbers, paths
		return append(b, "null"...)
	}
	return append(b, encoded...)
}

// plain tells whether text is the same in JSON and in Go: printable ASCII.
func plain(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}
