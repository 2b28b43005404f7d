package demo_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/demo"
	"delegatedadmin.example/internal/mail"
	"delegatedadmin.example/internal/viewer"
)

const script = `<script>alert(1)</script>`

// newMailbox has two mails: one to adele and one, hostile, to megan.
func newMailbox(t *testing.T, db apptest.Database) (http.Handler, []string) {
	t.Helper()
	s := db.Store(t)
	ctx := viewer.NewContext(context.Background(), viewer.System)
	var paths []string
	for _, m := range []mail.Outgoing{
		{To: "adele@contoso.example", Subject: "First", Text: "Hello", HTML: "<!doctype html><html><head><title>x</title></head><body><p>Hello"},
		{To: "megan@contoso.example", Subject: "Second " + script, Text: script + "</pre>", HTML: "<html><head></head>" + script},
	} {
		m.ID, m.From = uid.New(uid.OutboxMessage), "Delegated Admin <mail@admin.example>"
		if err := (mail.Mailbox{Store: s}).Send(ctx, m); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, "/mailbox/mbx"+strings.TrimPrefix(string(m.ID), "msg"))
	}
	return demo.Mailbox(s, slog.New(slog.NewTextHandler(io.Discard, nil))), paths
}

func get(h http.Handler, path string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
	return w
}

func TestMailbox_ListsTheNewestFirst(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		h, _ := newMailbox(t, db)
		body := get(h, "/mailbox").Body.String()
		first, second := strings.Index(body, ">First<"), strings.Index(body, ">Second ")
		if first < 0 || second < 0 || second > first || !strings.Contains(body, "2 mails") {
			t.Error(body)
		}
		body = get(h, "/mailbox?to=adele%40contoso.example").Body.String()
		if !strings.Contains(body, ">First<") || strings.Contains(body, ">Second ") || !strings.Contains(body, `<option selected value="adele@contoso.example">`) ||
			!strings.Contains(body, `href="/mailbox?to=adele%40contoso.example">Refresh`) {
			t.Error(body)
		}
	})
}

func TestMailbox_ShowsAMail(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		h, paths := newMailbox(t, db)
		body := get(h, paths[0]).Body.String()
		for _, want := range []string{"<h1>First</h1>", ">Hello</pre>", `<iframe src="` + paths[0] + `/body" title="The mail" sandbox="allow-top-navigation-by-user-activation">`} {
			if !strings.Contains(body, want) {
				t.Errorf("no %s in %s", want, body)
			}
		}
		if body := get(h, paths[0]+"/body").Body.String(); !strings.Contains(body, `<head><base target="_top"><title>x</title></head><body><p>Hello`) {
			t.Error(body)
		}
	})
}

func TestMailbox_RunsNothingOfAMail(t *testing.T) {
	t.Parallel()
	h, paths := newMailbox(t, apptest.SQLite(t))
	for _, path := range []string{"/mailbox", "/mailbox?to=" + "%3Cscript%3Ealert(1)%3C%2Fscript%3E", paths[1], "/mailbox/" + "%3Cscript%3E", "/mailbox/style.css"} {
		w := get(h, path)
		if strings.Contains(w.Body.String(), "<script") {
			t.Errorf("%s: %s", path, w.Body)
		}
		policy := w.Header().Get("Content-Security-Policy")
		if !strings.HasPrefix(policy, "default-src 'none'; style-src 'self';") || strings.Contains(policy, "script-src") || strings.Contains(policy, "unsafe") || !strings.Contains(policy, "frame-ancestors 'none'") {
			t.Errorf("%s: %s", path, policy)
		}
	}
	policy := get(h, paths[1]+"/body").Header().Get("Content-Security-Policy")
	if !strings.HasPrefix(policy, "default-src 'none'; style-src 'unsafe-inline';") || strings.Contains(policy, "script") || strings.Contains(policy, "allow-same-origin") ||
		!strings.Contains(policy, "sandbox allow-top-navigation-by-user-activation") || !strings.Contains(policy, "frame-ancestors 'self'") {
		t.Error(policy)
	}
}

func TestMailbox_Answers(t *testing.T) {
	t.Parallel()
	h, paths := newMailbox(t, apptest.SQLite(t))
	for path, want := range map[string]int{
		"/mailbox": 200, paths[0]: 200, paths[0] + "/body": 200, "/mailbox/style.css": 200, "/mailbox/": 301,
		"/mailbox/mbx_0": 404, "/mailbox/mbx_0/body": 404, paths[0] + "/other": 404,
	} {
		if got := get(h, path).Code; got != want {
			t.Errorf("%s: %d, want %d", path, got, want)
		}
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/mailbox", nil))
	if w.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d", w.Code)
	}
}
