package mail

import (
	"bytes"
	"embed"
	"fmt"
	htmltemplate "html/template"
	"net/url"
	"strconv"
	"strings"
	texttemplate "text/template"
)

//go:embed templates
var files embed.FS

// Letter is what the templates see: the data of a message, each text made harmless. Names are on one line; what others
// wrote keeps its lines and is shown as a quotation. HTML is escaped by the templates besides.
type Letter struct {
	Subject string

	Partner       string // the partner's name
	PartnerDomain string // its verified domain; empty when it has none
	Customer      string // the customer's name; may be empty
	CustomerEmail string // where the offer went
	Sender        string // who sent the offer
	By            string // who did what the mail tells
	Person        string // who is to choose a password
	UserName      string // what they sign in with
	Address       string // where mail is to go from now on
	Domain        string // the domain that was claimed
	Other         string // the organization on the other side
	Message       string // the partner's words
	Reason        string // somebody's words
	Terms         string // the partner's words
	TermsSHA256   string
	Roles         []string // their names
	Period        string   // how long, from days and until
	Until         string   // the last day, in words
	Lapses        string   // the last day to answer, in words
	At            string   // when it was done, in words
	EndedAt       string
	When          string // "in 7 days", "tomorrow", "today"
	Subscription  string // such as "a trial of Office Suite for 25 people, 1 month"
	ToOwner       bool   // the reader has the domain, and did not claim it
	ToPartner     bool   // the reader is the partner's, not the customer's
	Delegated     bool   // accepted with delegated administration
	LinksOff      bool   // a link in somebody's words was switched off
	Week          string // such as "16 to 22 November"
	Digest        Digest

	Button string
	Link   string
	Stop   string // of a digest: where it is turned off
	To     string // the reader
	From   string // whom a reply reaches
	Host   string // of the installation
}

// CustomerOrYou ends "a delegated admin of …".
func (l Letter) CustomerOrYou() string {
	if l.Customer == "" && !l.ToPartner {
		return "your organization"
	}
	return l.CustomerOrAddress()
}

// CustomerOrYours ends "the access to …".
func (l Letter) CustomerOrYours() string { return l.CustomerOrYou() }

// CustomerOrAddress is how the partner knows the customer.
func (l Letter) CustomerOrAddress() string {
	for _, name := range []string{l.Customer, l.CustomerEmail} {
		if name != "" {
			return name
		}
	}
	return "the customer"
}

// newLetter reads a message's data.
func newLetter(data map[string]string) *Letter {
	l := &Letter{
		Partner:       line(data["partner"], 200),
		PartnerDomain: line(data["partnerDomain"], 253),
		Customer:      line(data["customer"], 200),
		CustomerEmail: line(data["customerEmail"], 320),
		Sender:        line(data["sender"], 200),
		By:            line(data["by"], 200),
		Person:        line(data["person"], 200),
		UserName:      line(data["userName"], 320),
		Address:       line(data["address"], 320),
		Domain:        line(data["domain"], 253),
		Other:         line(data["other"], 200),
		TermsSHA256:   line(data["termsSha256"], 64),
		Until:         line(data["until"], 80),
		Lapses:        line(data["lapses"], 80),
		At:            line(data["at"], 80),
		Week:          line(data["week"], 80),
		Subscription:  line(data["subscription"], 300),
		ToOwner:       data["side"] == "owner",
		ToPartner:     data["side"] == "partner",
		Delegated:     data["delegated"] != "no",
	}
	if l.Partner == "" {
		l.Partner = "A partner"
	}
	if l.Domain == "" {
		l.Domain = "A domain"
	}
	if l.Other == "" {
		l.Other = "Another organization"
	}
	l.Message, l.Reason, l.Terms = l.words(data["message"], 8_000), l.words(data["reason"], 2_000), l.words(data["terms"], 200_000)
	for role := range strings.SplitSeq(data["roles"], "\n") {
		if role = line(role, 100); role != "" {
			l.Roles = append(l.Roles, role)
		}
	}
	days, err := strconv.Atoi(data["days"])
	l.Period, l.When = period(days, l.Until), when(days, err == nil)
	l.Digest = readDigest(data["digest"])
	if l.EndedAt = l.At; l.EndedAt == "" {
		l.EndedAt = l.Until
	}
	return l
}

// words are what somebody else wrote.
func (l *Letter) words(s string, limit int) string {
	s, off := linksOff(block(s, limit))
	l.LinksOff = l.LinksOff || off
	return s
}

func period(days int, until string) string {
	switch {
	case days == 1:
		until = join("1 day", until)
	case days > 1:
		until = join(strconv.Itoa(days)+" days", until)
	case until != "":
		until = "until " + until
	}
	return until
}

func join(days, until string) string {
	if until == "" {
		return days
	}
	return days + ", until " + until
}

func when(days int, known bool) string {
	switch {
	case !known:
		return "soon"
	case days <= 0:
		return "today"
	case days == 1:
		return "tomorrow"
	}
	return "in " + strconv.Itoa(days) + " days"
}

// defaultPath is where the button of a kind leads unless the data says.
func defaultPath(kind Kind, toPartner bool) string {
	switch {
	case kind == DomainClaimed:
		return "/domains"
	case toPartner && kind == OfferDeclined:
		return "/partner/offers"
	case toPartner && kind == DelegationExpiring:
		return "/partner/customers"
	case toPartner, kind == OfferDeclined:
		return "/"
	}
	return "/support/delegated-admins"
}

// lead sets where the letter's links lead.
func (l *Letter) lead(base string, kind Kind, data map[string]string, token string) (err error) {
	if l.Link, err = link(base, kind, data, token); err != nil || kind != WeeklyDigest {
		return err
	}
	l.Stop = strings.TrimRight(base, "/") + "/weekly-digest#" + token
	for i := range l.Digest.Partners {
		p := &l.Digest.Partners[i]
		if p.Link, err = inApp(base, p.Path); err != nil {
			return err
		}
	}
	return nil
}

// link is the address behind the button: of the configured base URL, whatever the data says.
func link(base string, kind Kind, data map[string]string, token string) (string, error) {
	b, err := url.Parse(base)
	if err != nil || b.Host == "" || (b.Scheme != "https" && b.Scheme != "http") {
		return "", fmt.Errorf("the base URL %q is not an address of the web", base)
	}
	switch kind {
	case Offer:
		return strings.TrimRight(base, "/") + "/authorize#" + token, nil
	case PasswordFirst, PasswordReset:
		return strings.TrimRight(base, "/") + "/sign-in-link#" + token, nil
	case EmailChange:
		return strings.TrimRight(base, "/") + "/confirm-email#" + token, nil
	}
	path := data["path"]
	if path == "" {
		path = defaultPath(kind, data["side"] == "partner")
	}
	return inApp(base, path)
}

// inApp is the address of a page of the app, and of nothing else.
func inApp(base, path string) (string, error) {
	to, err := url.Parse(path)
	if err != nil || to.Scheme != "" || to.Host != "" || to.User != nil || !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") || strings.Contains(path, `\`) {
		return "", fmt.Errorf("the path %q leads elsewhere", path)
	}
	return strings.TrimRight(base, "/") + to.String(), nil
}

// host is the installation's name, from its base URL.
func host(base string) string {
	if b, err := url.Parse(base); err == nil && b.Hostname() != "" {
		return b.Hostname()
	}
	return "localhost"
}

// pair are the two templates of one kind.
type pair struct {
	text *texttemplate.Template
	html *htmltemplate.Template
}

var pairs = mustParse()

func mustParse() map[Kind]pair {
	out := map[Kind]pair{}
	for _, k := range Kinds {
		out[k] = pair{
			text: texttemplate.Must(texttemplate.New("").Option("missingkey=error").Funcs(texttemplate.FuncMap{"quote": quote}).
				ParseFS(files, "templates/letter.txt", "templates/"+string(k)+".txt")),
			html: htmltemplate.Must(htmltemplate.New("").Option("missingkey=error").
				ParseFS(files, "templates/letter.html", "templates/"+string(k)+".html")),
		}
	}
	return out
}

// write fills the templates of a kind.
func (l *Letter) write(kind Kind) (text, html string, err error) {
	p, ok := pairs[kind]
	if !ok {
		return "", "", fmt.Errorf("no template for %q", kind)
	}
	part := func(name string) string {
		var b strings.Builder
		if e := p.text.ExecuteTemplate(&b, name, l); e != nil && err == nil {
			err = e
		}
		return b.String()
	}
	l.Button = part("button")
	l.Subject = line(part("subject"), 180)
	text = tidy(part("letter"))
	var b bytes.Buffer
	if e := p.html.ExecuteTemplate(&b, "letter", l); e != nil && err == nil {
		err = e
	}
	return text, b.String(), err
}
