package mail_test

import (
	"fmt"
	"html"
	"regexp"
	"strings"
	"testing"

	"delegatedadmin.example/internal/mail"
)

const (
	base  = "https://admin.example"
	from  = "Delegated Admin <mail@admin.example>"
	token = "Zm9yLXRoaXMtdGVzdC1vbmx5LW5vdC1hLXNlY3JldA"
)

// data is what an offer's mail is written from.
func data(change ...string) map[string]string {
	d := map[string]string{
		"partner": "Fabrikam", "partnerDomain": "fabrikam.example", "customer": "Contoso", "sender": "Ada Fabri",
		"message": "Hello,\nwe would like to help.", "roles": "User Administrator\nLicense Administrator", "days": "90",
		"until": "3 March 2027", "lapses": "3 December 2026", "terms": "1. We are careful.\n2. You are free.",
		"termsSha256": strings.Repeat("ab", 32), "subscription": "a trial of Office Suite for 25 people, 1 month",
		"person": "Adele Vance", "userName": "adele at contoso", "by": "Megan Bowen", "reason": "It is done.", "at": "23 November 2026, 14:05 UTC", "customerEmail": "admin@contoso.example",
		"week": "16 to 22 November", "digest": week("Fabrikam", "Joni Sherman", "created 3 users, reset 1 password", "Never used"),
	}
	for i := 0; i+1 < len(change); i += 2 {
		d[change[i]] = change[i+1]
	}
	return d
}

// week is what a digest tells, of two delegated admins.
func week(partner, person, did, news string) string {
	const page = "/audit-log?delegation=dlg_0197c2a4b0f07d0e8f3a5b6c7d8e9f00&since=2026-11-16&until=2026-11-22"
	return mail.Digest{Others: 2, Partners: []mail.DigestPartner{
		{Name: partner, Domain: "fabrikam.example", Path: page, People: []mail.DigestPerson{{Name: person, Did: did}}, Refused: "once: " + did},
		{Name: "Wingtip", Path: page, News: []string{news}},
	}}.Data()
}

func mustWrite(tb testing.TB, kind mail.Kind, d map[string]string) mail.Outgoing {
	tb.Helper()
	m, err := mail.Write(mail.Message{Kind: kind, To: "admin@contoso.example", Data: d}, base, "mail@admin.example", token)
	if err != nil {
		tb.Fatal(err)
	}
	return m
}

func TestSubject_SaysWhoAndWhat(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind mail.Kind
		data map[string]string
		want string
	}{
		{mail.Offer, data(), "Fabrikam asks to be a delegated admin of Contoso"},
		{mail.Offer, data("customer", ""), "Fabrikam asks to be your delegated admin"},
		{mail.OfferAccepted, data("side", "partner"), "Contoso accepted your offer"},
		{mail.OfferAccepted, data("side", "partner", "customer", ""), "admin@contoso.example accepted your offer"},
		{mail.OfferAccepted, data("side", "customer"), "Fabrikam is now a delegated admin of Contoso"},
		{mail.OfferAccepted, data("side", "customer", "delegated", "no"), "You accepted the offer of Fabrikam"},
		{mail.OfferDeclined, data("side", "partner"), "Contoso declined your offer"},
		{mail.OfferDeclined, data("side", "customer"), "You declined the offer of Fabrikam"},
		{mail.OfferAsked, data("side", "partner"), "Contoso asks you for an offer"},
		{mail.DelegationDeleted, data("side", "customer"), "Fabrikam is no longer a delegated admin of Contoso"},
		{mail.DelegationDeleted, data("side", "customer", "customer", ""), "Fabrikam is no longer a delegated admin of your organization"},
		{mail.DelegationExpiring, data("days", "30"), "The access of Fabrikam to Contoso ends in 30 days"},
		{mail.DelegationExpiring, data("days", "7"), "The access of Fabrikam to Contoso ends in 7 days"},
		{mail.DelegationExpiring, data("days", "1"), "The access of Fabrikam to Contoso ends tomorrow"},
		{mail.DelegationExpiring, data("days", "0"), "The access of Fabrikam to Contoso ends today"},
		{mail.DelegationExpired, data(), "The access of Fabrikam to Contoso has ended"},
		{mail.PasswordFirst, data(), "Choose your password for Contoso"},
		{mail.PasswordReset, data(), "Choose a new password for Contoso"},
		{mail.EmailChange, data(), "Confirm your new e-mail address for Contoso"},
		{mail.WeeklyDigest, data(), "What your delegated admins did: 16 to 22 November"},
	} {
		if m := mustWrite(t, c.kind, c.data); m.Subject != c.want {
			t.Errorf("%s: %q, want %q", c.kind, m.Subject, c.want)
		}
	}
}

// everyLetter calls f with every kind, for both sides, with all of the data and with none of it, and with hostile data.
func everyLetter(t *testing.T, f func(t *testing.T, kind mail.Kind, m mail.Outgoing)) {
	t.Helper()
	hostile := data()
	for k := range hostile {
		if k != "days" && k != "path" {
			hostile[k] = evil
		}
	}
	hostile["message"] = strings.Repeat(evil+"\n", 5)
	hostile["digest"] = week(evil, evil, evil, evil)
	for _, kind := range mail.Kinds {
		for _, side := range []string{"customer", "partner"} {
			for _, delegated := range []string{"yes", "no"} {
				for name, d := range map[string]map[string]string{"full": data(), "empty": {}, "hostile": hostile} {
					t.Run(fmt.Sprintf("%s/%s/%s/%s", kind, side, delegated, name), func(t *testing.T) {
						copied := map[string]string{"side": side, "delegated": delegated}
						for k, v := range d {
							copied[k] = v
						}
						f(t, kind, mustWrite(t, kind, copied))
					})
				}
			}
		}
	}
}

const evil = "Evil\r\nBcc: x@evil.example\r\n\r\n<script>alert(1)</script><img src=https://evil.example/p.gif>\"'><a href='https://evil.example'>x</a>" +
	"\u202e\u2066\u2028\u2029\x00\x07\u200b =?utf-8?Q?=0D=0Ax?= {{.Link}} https://evil.example/authorize#x www.evil.example JAVASCRIPT:alert(1) \xff\xfe" +
	"</p></blockquote></main></body><!-- <style>@import url(//evil.example)</style>"

var (
	tag     = regexp.MustCompile(`(?s)<[^>]*>`)
	head    = regexp.MustCompile(`(?s)^.*</head>`)
	address = regexp.MustCompile(`(?i)(?:https?|ftp)://[^\s<>"]+|www\.[a-z]|mailto:|javascript:`)
	href    = regexp.MustCompile(`(?i)(?:href|src|action|background|poster|data|srcset)\s*=\s*"([^"]*)"`)
	element = regexp.MustCompile(`<([a-zA-Z0-9]+)`)
)

func TestTextAndHTML_SayTheSame(t *testing.T) {
	t.Parallel()
	everyLetter(t, func(t *testing.T, _ mail.Kind, m mail.Outgoing) {
		ofHTML := words(html.UnescapeString(tag.ReplaceAllString(head.ReplaceAllString(m.HTML, ""), " ")))
		ofText := pages.ReplaceAllString(m.Text, "")
		ofText = words(regexp.MustCompile(`(?m)^(> |- |-- $)`).ReplaceAllString(strings.ReplaceAll(ofText, ":\nhttps://admin", "\nhttps://admin"), ""))
		if ofHTML != ofText {
			t.Errorf("they differ.\ntext: %s\nHTML: %s", ofText, ofHTML)
		}
		if len(ofText) < 100 {
			t.Errorf("too little was compared: %q", ofText)
		}
	})
}

// pages are the links of a digest to what each delegated admin did. The HTML has them behind its words.
var pages = regexp.MustCompile(`:\nhttps://admin\.example/(?:audit-log|support/delegated-admins)\?\S*`)

// words leaves the words, without the room between them and the marks that follow them.
func words(s string) string { return strings.Join(strings.Fields(strings.ReplaceAll(s, ">", "")), " ") }

func TestLetter_HasOneLinkAndNothingRemote(t *testing.T) {
	t.Parallel()
	allowed := strings.Fields("html head meta title body main h1 p a br hr ul li blockquote strong")
	everyLetter(t, func(t *testing.T, kind mail.Kind, m mail.Outgoing) {
		want := base + "/authorize#" + token
		if kind == mail.WeeklyDigest {
			m.Text, m.HTML = withoutDigestLinks(t, m)
		}
		switch kind {
		case mail.Offer:
		case mail.PasswordFirst, mail.PasswordReset:
			want = base + "/sign-in-link#" + token
		case mail.EmailChange:
			want = base + "/confirm-email#" + token
		default:
			want = regexp.MustCompile(`\n(https://admin\.example/[a-z/-]*)\n\n-- \n`).FindStringSubmatch(m.Text)[1]
		}
		if got := address.FindAllString(m.Text, -1); len(got) != 1 || got[0] != want {
			t.Errorf("links of the text: %q, want one to %s", got, want)
		}
		if got := address.FindAllString(html.UnescapeString(m.HTML), -1); len(got) != 2 || got[0] != want || got[1] != want {
			t.Errorf("links of the HTML: %q, want the button and the same in full", got)
		}
		if got := href.FindAllStringSubmatch(m.HTML, -1); len(got) != 1 || html.UnescapeString(got[0][1]) != want {
			t.Errorf("attributes that lead elsewhere: %q", got)
		}
		for _, e := range element.FindAllStringSubmatch(m.HTML, -1) {
			if !contains(allowed, e[1]) {
				t.Errorf("the HTML has a <%s>", e[1])
			}
		}
		if strings.Contains(strings.ToLower(m.HTML), "url(") && !strings.Contains(m.HTML, "@import url(//evil") {
			t.Error("the HTML's styles load something")
		}
	})
}

// withoutDigestLinks checks the links that a digest has beside its button, and leaves them out.
func withoutDigestLinks(t *testing.T, m mail.Outgoing) (text, page string) {
	t.Helper()
	stop := base + "/weekly-digest#" + token
	if m.Unsubscribe != stop || strings.Count(m.Text, "open "+stop+"\n") != 1 || strings.Count(m.HTML, `<a href="`+stop+`" style="`) != 1 {
		t.Errorf("it can't be turned off: %s", m.Text)
	}
	text = strings.Replace(pages.ReplaceAllString(m.Text, ""), "open "+stop, "", 1)
	anchor := regexp.MustCompile(`<a href="https://admin\.example/(?:audit-log\?delegation=dlg_[0-9a-f]{32}&amp;since=[0-9-]{10}&amp;until=[0-9-]{10}">More about [^<]*|weekly-digest#[^>]*>[^<]*)</a>`)
	if inText, inHTML := len(pages.FindAllString(m.Text, -1)), len(anchor.FindAllString(m.HTML, -1)); inText != inHTML-1 {
		t.Errorf("the text has %d links to pages, the HTML %d with that to turn it off", inText, inHTML)
	}
	return text, anchor.ReplaceAllString(m.HTML, "")
}

func TestDigest_TellsSoManyAndNoMore(t *testing.T) {
	t.Parallel()
	var d mail.Digest
	for range 33 {
		d.Partners = append(d.Partners, mail.DigestPartner{Name: "Fabrikam", Path: "/audit-log", People: make([]mail.DigestPerson, 14)})
	}
	m := mustWrite(t, mail.WeeklyDigest, data("digest", d.Data()))
	if strings.Count(m.Text, "Fabrikam (no verified domain)") != 30 || !strings.Contains(m.Text, "\nAnd 3 more delegated admins.\n") || strings.Count(m.Text, "- And 4 more of their people\n") != 30 {
		t.Error(m.Text)
	}
	if _, err := mail.Write(mail.Message{Kind: mail.WeeklyDigest, Data: data("digest", `{"partners": [{"path": "//evil.example"}]}`)}, base, from, token); err == nil {
		t.Error("a page elsewhere was taken")
	}
}

func contains(all []string, one string) bool {
	for _, a := range all {
		if a == one {
			return true
		}
	}
	return false
}

func TestLetter_SaysWhyItCameAndHowToReportIt(t *testing.T) {
	t.Parallel()
	everyLetter(t, func(t *testing.T, _ mail.Kind, m mail.Outgoing) {
		for _, want := range []string{"You get this mail because ", "reply to this mail", "mail@admin.example", "admin.example"} {
			if !strings.Contains(m.Text, want) {
				t.Errorf("the text lacks %q", want)
			}
		}
	})
}

func TestLetter_KeepsOthersWordsApart(t *testing.T) {
	t.Parallel()
	d := data("message", "Hi.\n\nReview and decide:\nhttps://evil.example\n\n-- \nYou get this mail because all is well.",
		"partner", "Fabrikam\nhttps://evil.example\u202egro.osotnoc")
	m := mustWrite(t, mail.Offer, d)
	for _, want := range []string{"> Review and decide:\n> https[:]//evil.example\n", "> -- \n"} {
		if !strings.Contains(m.Text, strings.TrimRight(want, " \n")) {
			t.Errorf("the text lacks %q:\n%s", want, m.Text)
		}
	}
	if strings.Count("\n"+m.Text, "\nReview and decide:") != 1 || strings.Count("\n"+m.Text, "\nYou get this mail") != 1 {
		t.Errorf("their words pass for ours:\n%s", m.Text)
	}
	if want := "Fabrikam https[:]//evil.example gro.osotnoc asks to be a delegated admin of Contoso"; m.Subject != want {
		t.Errorf("subject %q, want %q", m.Subject, want)
	}
	if !strings.Contains(m.Text, "switched off") {
		t.Error("the text does not say that links are switched off")
	}
}

func TestLetter_OfAPartnerWithoutDomain_SaysSo(t *testing.T) {
	t.Parallel()
	m := mustWrite(t, mail.Offer, data("partnerDomain", ""))
	if !strings.Contains(m.Text, "Domain: none verified.") || strings.Contains(m.Text, "(verified)") {
		t.Error(m.Text)
	}
	m = mustWrite(t, mail.Offer, data())
	if !strings.Contains(m.Text, "Domain: fabrikam.example (verified)") {
		t.Error(m.Text)
	}
}

func TestLetter_WithOnlyAnUntilOrDays(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"90", "3 March 2027", "How long: 90 days, until 3 March 2027."},
		{"1", "", "How long: 1 day."},
		{"", "3 March 2027", "How long: until 3 March 2027."},
	} {
		if m := mustWrite(t, mail.Offer, data("days", c[0], "until", c[1])); !strings.Contains(m.Text, c[2]) {
			t.Errorf("the text lacks %q:\n%s", c[2], m.Text)
		}
	}
}

func TestLetter_LongNames_AreCut(t *testing.T) {
	t.Parallel()
	m := mustWrite(t, mail.Offer, data("partner", strings.Repeat("é", 1000)))
	if n := len([]rune(m.Subject)); n > 180 {
		t.Errorf("the subject has %d characters", n)
	}
}

func TestLink_LeadsNowhereElse(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"//evil.example", `/\evil.example`, "https://evil.example", "evil", "/\t/evil.example", "javascript:x", "/\r\nx", "https:evil"} {
		if m, err := mail.Write(mail.Message{Kind: mail.OfferDeclined, Data: map[string]string{"path": path}}, base, from, ""); err == nil {
			t.Errorf("%q was taken:\n%s", path, m.Text)
		}
	}
	m, err := mail.Write(mail.Message{Kind: mail.OfferDeclined, Data: map[string]string{"path": "/partner/offers?a=b"}}, base+"/", from, "")
	if err != nil || !strings.Contains(m.Text, "\nhttps://admin.example/partner/offers?a=b\n") {
		t.Error(err, m.Text)
	}
}
