package mail_test

import (
	"fmt"
	"testing"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/mailboxmessage"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/mail"
)

func TestMailbox_KeepsTheNewest(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		s := db.Store(t)
		ctx, box := system(t), mail.Mailbox{Store: s}
		var last mail.Outgoing
		for i := range 510 {
			last = mail.Outgoing{ID: uid.New(uid.OutboxMessage), From: from, To: "a@x.example", Subject: fmt.Sprint(i), Text: "text", HTML: "<p>"}
			if err := box.Send(ctx, last); err != nil {
				t.Fatal(err)
			}
		}
		last.Text = "again"
		if err := box.Send(ctx, last); err != nil {
			t.Fatal(err)
		}
		rows := s.Ent().MailboxMessage.Query().Order(ent.Asc(mailboxmessage.FieldAt, mailboxmessage.FieldID)).AllX(ctx)
		if len(rows) != 500 || rows[0].Subject != "10" || rows[499].Subject != "509" || rows[499].Text != "again" {
			t.Errorf("%d rows, the first is %+v", len(rows), rows[0])
		}
	})
}

func TestWorker_IntoTheMailbox(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		b := newBench(t, db)
		b.worker.Sender = mail.Mailbox{Store: b.store}
		b.enqueue(offer("a"))
		b.step()
		row := b.store.Ent().MailboxMessage.Query().OnlyX(system(t))
		if row.Recipient != "admin@contoso.example" || row.Subject != "Fabrikam asks to be a delegated admin of Contoso" || row.Sender != from || b.only().SentAt == nil {
			t.Errorf("%+v", row)
		}
	})
}
