package demo

import (
	"bytes"
	"embed"
	"html/template"
	"log/slog"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/mailboxmessage"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

//go:embed mailbox
var mailboxFiles embed.FS

var mailboxPages = template.Must(template.New("").Funcs(template.FuncMap{
	"moment": func(t time.Time) string { return t.UTC().Format("2 January 2006, 15:04:05 UTC") },
}).ParseFS(mailboxFiles, "mailbox/page.html"))

// What the pages may load, and what a mail may, which strangers wrote: nothing, and it runs nothing.
const (
	mailboxPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
	bodyPolicy    = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; " +
		"sandbox allow-top-navigation-by-user-activation"
)

// Mailbox shows the mails of the demo to anybody, links and all: /mailbox, /mailbox/{id}, /mailbox/{id}/body and
// /mailbox/style.css.
func Mailbox(s *store.Store, log *slog.Logger) http.Handler {
	m := &mailboxHandler{store: s, log: log}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /mailbox", m.list)
	mux.HandleFunc("GET /mailbox/{$}", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/mailbox", http.StatusMovedPermanently)
	})
	mux.HandleFunc("GET /mailbox/style.css", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-cache")
		http.ServeFileFS(w, r, mailboxFiles, "mailbox/style.css")
	})
	mux.HandleFunc("GET /mailbox/{id}", m.mail)
	mux.HandleFunc("GET /mailbox/{id}/body", m.body)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", mailboxPolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cache-Control", "no-store")
		mux.ServeHTTP(w, r.WithContext(viewer.NewContext(r.Context(), viewer.System)))
	})
}

type mailboxHandler struct {
	store *store.Store
	log   *slog.Logger
}

// mailboxPage is what the templates see.
type mailboxPage struct {
	Title      string
	To         string // whose mails are shown; empty for everybody's
	Here       string
	Count      string
	Recipients []string
	Mails      []*ent.MailboxMessage
	Mail       *ent.MailboxMessage
}

func (m *mailboxHandler) list(w http.ResponseWriter, r *http.Request) {
	p := mailboxPage{Title: "Mailbox", To: r.URL.Query().Get("to"), Here: "/mailbox"}
	query := m.store.Ent().MailboxMessage.Query().Order(ent.Desc(mailboxmessage.FieldAt, mailboxmessage.FieldID))
	if p.To != "" {
		p.Here += "?" + url.Values{"to": {p.To}}.Encode()
		query.Where(mailboxmessage.Recipient(p.To))
	}
	var err error
	p.Mails, err = query.Select(mailboxmessage.FieldID, mailboxmessage.FieldRecipient, mailboxmessage.FieldSubject, mailboxmessage.FieldAt).All(r.Context())
	if err == nil {
		p.Recipients, err = m.store.Ent().MailboxMessage.Query().GroupBy(mailboxmessage.FieldRecipient).Strings(r.Context())
	}
	if err != nil {
		m.fail(w, r, err)
		return
	}
	slices.Sort(p.Recipients)
	if p.Count = strconv.Itoa(len(p.Mails)) + " mails"; len(p.Mails) == 1 {
		p.Count = "1 mail"
	}
	m.show(w, r, http.StatusOK, "list", p)
}

func (m *mailboxHandler) mail(w http.ResponseWriter, r *http.Request) {
	if row := m.find(w, r); row != nil {
		m.show(w, r, http.StatusOK, "mail", mailboxPage{Title: row.Subject, Mail: row})
	}
}

// body is the mail's own HTML, which the page shows in a frame. Its links open in the whole window.
func (m *mailboxHandler) body(w http.ResponseWriter, r *http.Request) {
	row := m.find(w, r)
	if row == nil {
		return
	}
	h := w.Header()
	h.Set("Content-Security-Policy", bodyPolicy)
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Del("Cross-Origin-Opener-Policy") // it does not go with a sandbox
	_, _ = w.Write([]byte(strings.Replace(row.HTML, "<head>", `<head><base target="_top">`, 1)))
}

// find answers itself when there is no such mail.
func (m *mailboxHandler) find(w http.ResponseWriter, r *http.Request) *ent.MailboxMessage {
	row, err := m.store.Ent().MailboxMessage.Get(r.Context(), uid.ID(r.PathValue("id")))
	switch {
	case err == nil:
		return row
	case ent.IsNotFound(err):
		m.show(w, r, http.StatusNotFound, "missing", mailboxPage{Title: "No such mail"})
	default:
		m.fail(w, r, err)
	}
	return nil
}

func (m *mailboxHandler) show(w http.ResponseWriter, r *http.Request, status int, name string, p mailboxPage) {
	var b bytes.Buffer
	if err := mailboxPages.ExecuteTemplate(&b, name, p); err != nil {
		m.fail(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes())
}

func (m *mailboxHandler) fail(w http.ResponseWriter, r *http.Request, err error) {
	m.log.ErrorContext(r.Context(), "the mailbox can't be shown", "error", err)
	http.Error(w, "The mailbox can't be shown right now. Try again.", http.StatusInternalServerError)
}
