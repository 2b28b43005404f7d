package identity

import (
	"strings"
	"testing"

	"delegatedadmin.example/internal/apperr"
)

func TestNormalizeEmail_FoldsWaysToWriteOneAddress(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"adele@contoso.example":              "adele@contoso.example",
		" Adele@Contoso.EXAMPLE ":            "adele@contoso.example",
		"a.b+tag@contoso.example":            "a.b+tag@contoso.example",
		"o'neil@contoso.example":             "o'neil@contoso.example",
		"adele@bücher.example":               "adele@bücher.example",
		"adele@xn--bcher-kva.example":        "adele@bücher.example",
		"adele@BÜCHER.example":               "adele@bücher.example",
		"adele@bu\u0308cher.example":         "adele@bücher.example",
		"ade\u0301le@contoso.example":        "adéle@contoso.example",
		"ａｄｅｌｅ@contoso.example":              "adele@contoso.example",
		"用户@例え.example":                      "用户@例え.example",
		"adele@contoso。example":              "adele@contoso.example",
		"adele@straße.example":               "adele@straße.example",
		strings.Repeat("a", 64) + "@x.co":    strings.Repeat("a", 64) + "@x.co",
		"adele@sub-domain.contoso-x.example": "adele@sub-domain.contoso-x.example",
	} {
		got, err := NormalizeEmail(text)
		if err != nil || got != want {
			t.Errorf("%q: got %q, %v; want %q", text, got, err, want)
		}
		if again, err := NormalizeEmail(got); err != nil || again != got {
			t.Errorf("%q: folding twice gives %q, %v", text, again, err)
		}
	}
}

func TestNormalizeEmail_RefusesWhatIsNotOnePlainAddress(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"empty":                     "",
		"no at":                     "adele",
		"no local part":             "@contoso.example",
		"no domain":                 "adele@",
		"two ats":                   "adele@b@contoso.example",
		"carriage return":           "adele@contoso.example\r",
		"line feed":                 "adele@contoso.example\nBcc: eve@evil.example",
		"line feed in front":        "\nadele@contoso.example",
		"CR LF in the local part":   "adele\r\n@contoso.example",
		"percent-encoded CR LF":     "adele@contoso.example%0d%0aBcc:eve",
		"NUL":                       "adele\x00@contoso.example",
		"NUL in the domain":         "adele@contoso\x00.example",
		"tab":                       "adele\t@contoso.example",
		"line separator":            "adele\u2028@contoso.example",
		"paragraph separator":       "adele@contoso.example\u2029",
		"next line":                 "adele\u0085@contoso.example",
		"inner space":               "ad ele@contoso.example",
		"no-break space":            "ad\u00a0ele@contoso.example",
		"zero width space":          "ad\u200bele@contoso.example",
		"zero width joiner":         "ad\u200dele@contoso.example",
		"right-to-left override":    "ad\u202eele@contoso.example",
		"isolate in the domain":     "adele@con\u2066toso.example",
		"byte order mark":           "\ufeffadele@contoso.example",
		"a list":                    "a,b@contoso.example",
		"two addresses":             "a@contoso.example,b@contoso.example",
		"semicolon":                 "a;b@contoso.example",
		"full-width comma":          "a，b@contoso.example",
		"full-width at":             "adele＠contoso.example",
		"full-width at twice":       "a＠evil.example@contoso.example",
		"display name":              "Adele <adele@contoso.example>",
		"angle brackets":            "<adele@contoso.example>",
		"comment":                   "adele(comment)@contoso.example",
		"comment in the domain":     "adele@contoso.example (Adele)",
		"group":                     "friends:adele@contoso.example;",
		"quoted local part":         `"adele"@contoso.example`,
		"quoted with at":            `"adele@evil.example"@contoso.example`,
		"backslash":                 `ad\ele@contoso.example`,
		"leading dot":               ".adele@contoso.example",
		"trailing dot":              "adele.@contoso.example",
		"double dot":                "ad..ele@contoso.example",
		"domain literal":            "adele@[127.0.0.1]",
		"IP address":                "adele@127.0.0.1",
		"one label":                 "adele@localhost",
		"trailing dot of domain":    "adele@contoso.example.",
		"empty label":               "adele@contoso..example",
		"leading hyphen":            "adele@-contoso.example",
		"underscore in the domain":  "adele@con_toso.example",
		"broken punycode":           "adele@xn--zzzzzzzzzz99999.example",
		"source route":              "@a.example:adele@contoso.example",
		"bang path is no domain":    "adele@contoso!example",
		"invalid UTF-8":             "ad\xffele@contoso.example",
		"local part of 65":          strings.Repeat("a", 65) + "@contoso.example",
		"label of 64":               "a@" + strings.Repeat("a", 64) + ".example",
		"more than 320 in all":      strings.Repeat("a", 64) + "@" + strings.Repeat(strings.Repeat("b", 60)+".", 5) + "example",
		"a kilobyte":                strings.Repeat("a", 1024) + "@contoso.example",
		"a megabyte":                strings.Repeat("a@", 1<<19),
		"slash slash host":          "adele@//evil.example",
		"URL":                       "mailto:adele@contoso.example?bcc=eve@evil.example",
		"script mark in the domain": "adele@<script>.example",
	} {
		got, err := NormalizeEmail(text)
		if err == nil || apperr.CodeOf(err) != apperr.Invalid {
			t.Errorf("%s: %.60q became %.60q, %v", name, text, got, err)
		}
		if _, err := NormalizeUserName(text); err == nil {
			t.Errorf("%s: %.60q is taken for a user name", name, text)
		}
	}
}

func FuzzNormalizeEmail_NeverLetsThroughWhatBreaksAHeader(f *testing.F) {
	for _, seed := range []string{"adele@contoso.example", "a，b@contoso.example", "a\r\n@x.y", "ａ@ｂ.ｃ", "用户@例え.example"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := NormalizeEmail(text)
		if err != nil {
			return
		}
		if strings.ContainsAny(got, " \t\r\n\x00,;:<>()[]\"\\\u2028\u2029\u0085\u202e") || strings.Count(got, "@") != 1 || len(got) > maxAddress {
			t.Errorf("%q became %q", text, got)
		}
		if again, err := NormalizeEmail(got); err != nil || again != got {
			t.Errorf("%q became %q, and that %q, %v", text, got, again, err)
		}
	})
}
