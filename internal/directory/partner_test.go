package directory

import "testing"

func TestResembles_WhatCanBeTakenForAnother(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Fabrikam", "Fabrikam", true},
		{"Fabrikam", "FABRIKAM ", true},
		{"Fabrikam", "Fabri-kam", true},
		{"Fabrikam", "Fàbrikám", true},
		{"Fabrikam", "F\u0430brik\u0430m", true},     // Cyrillic a
		{"Fabrikam", "Fabrikarn", true},              // rn for m
		{"Fabrikam", "Fabr\u200bikam", true},         // a space of no width
		{"Fabrikam", "\uff26\uff41briкаm", true},     // full width, and more of Cyrillic
		{"Fabrikam", "Fabrlkam", true},               // l for i
		{"Fabrikam", "Farbikam", true},               // two letters swapped
		{"Fabrikam", "Fabrikan", true},               // one letter changed
		{"Contoso", "C0ntoso", true},                 // a digit for a letter
		{"Contoso", "\u0421\u03bfntoso", true},       // Cyrillic and Greek
		{"Adventure Works", "Adventrue Wroks", true}, // two slips in a long name
		{"Fabrikam", "Wingtip", false},
		{"Fabrikam", "Fabrication", false},
		{"Acme", "Acne", false}, // too short to tell a slip from another name
		{"Acme", "\u0410cme", true},
		{"Northwind", "Southwind", false},
		{"!!!", "???", false},
		{"", "Fabrikam", false},
	} {
		if got := resembles(c.a, c.b); got != c.want || resembles(c.b, c.a) != c.want {
			t.Errorf("%q and %q resemble each other: %t; %q, %q", c.a, c.b, got, string(skeleton(c.a)), string(skeleton(c.b)))
		}
	}
}
