package graph

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

func TestDecodeJSON_ReadsWhatEncodingJSONReads(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		`{}`, `[]`, `""`, ` { "a" : [ 1 , -2.5e+10 , true , false , null , { } ] } `, `0`, `-0`, `1E5`, `0.5`, `10`,
		`"\u00e9\ud83c\udfc3\"\\\/\b\f\n\r\tz"`, `{"":{"":[[[]]]}}`, `"é🏃"`, `"\u0000"`, `123456789012345678901234567890`,
	} {
		got, err := decodeJSON([]byte(text))
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		want := mustDecode(t, text)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %#v, want %#v", text, got, want)
		}
	}
}

func mustDecode(tb testing.TB, text string) any {
	tb.Helper()
	var want any
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&want); err != nil {
		tb.Fatal(err)
	}
	return want
}

func TestDecodeJSON_Refuses(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		``, ` `, `{`, `[`, `"`, `{"a"}`, `{"a":}`, `{"a":1,}`, `[1,]`, `[,]`, `{,}`, `{a:1}`, `'a'`, `01`, `-`, `1.`, `.5`, `1e`, `+1`, `1e+`,
		`tru`, `nul`, `True`, `NaN`, `"\x"`, `"\u12"`, `"\u12g4"`, `"\ud800"`, `"\udc00"`, `"\ud800\u0041"`, `"\ud800\n"`, "\"\n\"", "\"\x00\"",
		"\"\xff\"", `{}{}`, `{} x`, `[] ,`, `{"a":1,"a":2}`, `{"a":1,"\u0061":2}`, `[{"b":{"a":1,"a":1}}]`, "\ufeff{}", `"\`, `"\"`,
		strings.Repeat("[", maxJSONDepth+2) + strings.Repeat("]", maxJSONDepth+2), strings.Repeat(`{"a":`, 10000),
	} {
		if got, err := decodeJSON([]byte(text)); err == nil {
			t.Errorf("%.40q: %v", text, got)
		} else if strings.Contains(err.Error(), text) && text != "" && text != " " && len(text) > 2 {
			t.Errorf("%.40q is shown: %v", text, err)
		}
	}
}

// FuzzDecodeJSON compares with encoding/json: whatever is read here means the same there.
func FuzzDecodeJSON(f *testing.F) {
	for _, seed := range []string{`{"query":"{ __typename }","variables":{"a":[1,2.5,"x\u00e9",null,true]}}`, `"\ud83c\udfc3"`, `[[],{}]`, `1e5`, "\xff", `{"a":1,"a":2}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		got, err := decodeJSON(text)
		if err != nil {
			return
		}
		d := json.NewDecoder(bytes.NewReader(text))
		d.UseNumber()
		var want any
		if err := d.Decode(&want); err != nil {
			t.Fatalf("encoding/json refuses %q: %v", text, err)
		}
		if d.More() {
			t.Fatalf("encoding/json sees more after %q", text)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%q: %#v, want %#v", text, got, want)
		}
	})
}

func TestAcceptable_ChoosesTheMediaType(t *testing.T) {
	t.Parallel()
	for header, want := range map[string]string{
		"":                                  typeJSON,
		"*/*":                               typeJSON,
		"application/*":                     typeJSON,
		"application/json":                  typeJSON,
		"application/json; charset=utf-8":   typeJSON,
		"application/graphql-response+json": typeResponse,
		"application/graphql-response+json, application/json;q=0.9":     typeResponse,
		"application/json, application/graphql-response+json":           typeResponse,
		"application/json, application/graphql-response+json;q=0.5":     typeJSON,
		"application/graphql-response+json;q=0, application/json;q=0.1": typeJSON,
		"text/event-stream":                                               typeEvents,
		"application/json, text/event-stream":                             typeEvents,
		"text/event-stream;q=0, application/json":                         typeJSON,
		"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8": typeJSON,
		"text/html":                       "",
		"application/json;q=0":            "",
		"application/json;q=zero":         "",
		",;,":                             "",
		"application/json;q=0, text/html": "",
	} {
		if got := acceptable([]string{header}); got != want {
			t.Errorf("%q: %q, want %q", header, got, want)
		}
	}
}
