package audit_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/auditevent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/apptest"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

var system = viewer.NewContext(context.Background(), viewer.System)

// trail is a database with an audit log, as it was when it was signed.
type trail struct {
	*testing.T
	*apptest.Server
	file string
	ids  []uid.ID // of the organizations
}

func newTrail(t *testing.T, db apptest.Database) *trail {
	t.Helper()
	tr := &trail{T: t, Server: apptest.NewServer(t, db), file: filepath.Join(t.TempDir(), "checkpoints.jsonl")}
	for _, name := range []string{"Contoso", "Northwind", "Fabrikam"} {
		tr.ids = append(tr.ids, tr.Organizations[name])
	}
	notary := tr.notary(slog.DiscardHandler)
	for i := range 20 {
		for _, id := range tr.ids {
			tr.record(id)
		}
		if i%7 == 0 {
			tr.must(notary.Sign(system))
		}
	}
	notary.Close()
	for _, table := range []string{"audit_events", "audit_heads"} {
		tr.exec("CREATE TABLE kept_" + table + " AS SELECT * FROM " + table)
	}
	return tr
}

func (tr *trail) notary(log slog.Handler) *audit.Notary {
	tr.Helper()
	n, err := audit.NewNotary(system, tr.Store, tr.file, slog.New(log))
	tr.must(err)
	return n
}

func (tr *trail) must(err error) {
	tr.Helper()
	if err != nil {
		tr.Fatal(err)
	}
}

func (tr *trail) record(organizationID uid.ID) {
	tr.Helper()
	before, reason := "old", "Asked"
	tr.Tx(tr.T, func(ctx context.Context, tx *store.Tx) error {
		return audit.Record(ctx, tx, audit.Event{
			Action: "organization.contact.update", OrganizationID: organizationID, TargetID: organizationID, Target: "Contact",
			Actor:         viewer.Viewer{UserID: tr.Users["admin@contoso.example"], DisplayName: "Ada \u00c5berg", UserName: "admin@contoso.example", OrganizationID: tr.ids[0]},
			Justification: &reason, Changes: []schematype.Change{{Field: "contact.name", Before: &before}},
		})
	})
}

func (tr *trail) exec(query string) {
	tr.Helper()
	tr.Tx(tr.T, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Client().ExecContext(ctx, query)
		return err
	})
}

// restore makes the log as it was when it was signed.
func (tr *trail) restore() {
	tr.Helper()
	for _, table := range []string{"audit_events", "audit_heads"} {
		tr.exec("DELETE FROM " + table)
		tr.exec("INSERT INTO " + table + " SELECT * FROM kept_" + table)
	}
}

// faults are what verifying finds.
func (tr *trail) faults() (out []string) {
	tr.Helper()
	kept, err := audit.ReadCheckpoints(tr.file)
	tr.must(err)
	_, err = audit.VerifyAll(context.Background(), tr.Store, kept, func(fault error) {
		if !errors.Is(fault, audit.ErrBroken) {
			tr.Errorf("%v is no ErrBroken", fault)
		}
		out = append(out, fault.Error())
	}, func(audit.Progress) {})
	tr.must(err)
	return out
}

func (tr *trail) events(id uid.ID) []*ent.AuditEvent {
	tr.Helper()
	return tr.Store.Ent().AuditEvent.Query().Where(auditevent.OrganizationID(id)).Order(auditevent.BySequence()).AllX(system)
}

// write puts rows in the place of an organization's log, as SQL can, and its end with them.
func (tr *trail) write(id uid.ID, rows []*ent.AuditEvent) {
	tr.Helper()
	tr.exec("DELETE FROM audit_events WHERE organization_id = '" + string(id) + "'")
	tr.Tx(tr.T, func(ctx context.Context, tx *store.Tx) error {
		create := make([]*ent.AuditEventCreate, len(rows))
		for i, e := range rows {
			create[i] = tx.AuditEvent.Create().
				SetID(e.ID).SetOrganizationID(e.OrganizationID).SetSequence(e.Sequence).SetAt(e.At).SetAction(e.Action).SetKind(e.Kind).SetResult(e.Result).
				SetActorID(e.ActorID).SetActorName(e.ActorName).SetActorUserName(e.ActorUserName).
				SetActorOrganizationID(e.ActorOrganizationID).SetActorOrganizationName(e.ActorOrganizationName).
				SetOnBehalf(e.OnBehalf).SetDelegationID(e.DelegationID).SetNillableRole(e.Role).SetNillableJustification(e.Justification).
				SetTargetID(e.TargetID).SetNillableTarget(e.Target).SetWords(e.Words).SetChanges(e.Changes).SetRequestID(e.RequestID).
				SetPreviousHash(e.PreviousHash).SetHash(e.Hash)
		}
		return tx.AuditEvent.CreateBulk(create...).Exec(ctx)
	})
}

// end sets the end of an organization's chain to its last event.
func (tr *trail) end(id uid.ID, rows []*ent.AuditEvent) {
	tr.Helper()
	last := rows[len(rows)-1]
	tr.head(id, last.Sequence, last.Hash)
}

func (tr *trail) head(id uid.ID, sequence int64, hash []byte) {
	tr.Helper()
	tr.Tx(tr.T, func(ctx context.Context, tx *store.Tx) error {
		return tx.AuditHead.UpdateOneID(id).SetSequence(sequence).SetHash(hash).Exec(ctx)
	})
}

// chain numbers and links rows from position k on, as the server would have.
func chain(rows []*ent.AuditEvent, k int) {
	for i := k; i < len(rows); i++ {
		rows[i].Sequence, rows[i].PreviousHash = int64(i+1), make([]byte, 32)
		if i > 0 {
			rows[i].PreviousHash = rows[i-1].Hash
		}
		rows[i].Kind, rows[i].Words, rows[i].Hash = audit.KindOf(rows[i].Action), audit.Words(rows[i]), audit.Link(rows[i])
	}
}

// edits change one value of an event each.
var edits = []func(e *ent.AuditEvent){
	func(e *ent.AuditEvent) { e.At = e.At.Add(time.Microsecond) },
	func(e *ent.AuditEvent) { e.Action = "offer.create" },
	func(e *ent.AuditEvent) {
		e.Result = map[schematype.AuditResult]schematype.AuditResult{schematype.AuditDone: schematype.AuditRefused, schematype.AuditRefused: schematype.AuditDone}[e.Result]
	},
	func(e *ent.AuditEvent) { e.ActorID = uid.New(uid.User) },
	func(e *ent.AuditEvent) { e.ActorName += " " },
	func(e *ent.AuditEvent) { e.ActorUserName = "x" },
	func(e *ent.AuditEvent) { e.ActorOrganizationID = uid.New(uid.Organization) },
	func(e *ent.AuditEvent) { e.ActorOrganizationName = "x" },
	func(e *ent.AuditEvent) { e.OnBehalf = !e.OnBehalf },
	func(e *ent.AuditEvent) { e.DelegationID = uid.New(uid.Delegation) },
	func(e *ent.AuditEvent) { e.Role = &schematype.AllRoles[0] },
	func(e *ent.AuditEvent) { text := "x"; e.Justification = &text },
	func(e *ent.AuditEvent) { e.TargetID = uid.New(uid.Offer) },
	func(e *ent.AuditEvent) { text := "x"; e.Target = &text },
	func(e *ent.AuditEvent) { text := "x"; e.Changes = []schematype.Change{{Field: "x", After: &text}} },
	func(e *ent.AuditEvent) { e.RequestID = "x" },
	func(e *ent.AuditEvent) { e.ID = uid.New(uid.AuditEvent) },
}

// tampering is a way to change the log of an organization, at random places.
var tampering = map[string]func(tr *trail, id uid.ID, rows []*ent.AuditEvent, k int){
	"an edit": func(tr *trail, id uid.ID, rows []*ent.AuditEvent, k int) {
		edits[rand.IntN(len(edits))](rows[k])
		tr.write(id, rows)
	},
	"an edit with its hash": func(tr *trail, id uid.ID, rows []*ent.AuditEvent, k int) {
		edits[rand.IntN(len(edits))](rows[k])
		rows[k].Hash = audit.Link(rows[k])
		tr.write(id, rows)
	},
	"another kind, or other words to find it by": func(tr *trail, id uid.ID, rows []*ent.AuditEvent, k int) {
		if k%2 == 0 {
			rows[k].Kind = schematype.AuditUsers
		} else {
			rows[k].Words = strings.ToUpper(rows[k].Words)
		}
		tr.write(id, rows)
	},
	"a deletion": func(tr *trail, id uid.ID, rows []*ent.AuditEvent, k int) {
		tr.write(id, slices.Delete(rows, k, k+1))
	},
	"an insertion before the first or after the last": func(tr *trail, id uid.ID, rows []*ent.AuditEvent, k int) {
		more := *rows[k]
		more.ID, more.Sequence = uid.New(uid.AuditEvent), int64(len(rows)+1+k)
		tr.write(id, append(rows, &more))
		if k%2 == 0 {
			tr.exec("UPDATE audit_events SET sequence = -sequence WHERE id = '" + string(more.ID) + "'")
		}
	},
	"an insertion between": func(tr *trail, id uid.ID, rows []*ent.AuditEvent, k int) {
		more := *rows[k]
		more.ID = uid.New(uid.AuditEvent)
		rows = slices.Insert(rows, k, &more)
		for i := range rows {
			rows[i].Sequence = int64(i + 1)
		}
		tr.write(id, rows)
		tr.end(id, rows)
	},
	"a swap": func(tr *trail, id uid.ID, rows []*ent.AuditEvent, k int) {
		other := (k + 1 + rand.IntN(len(rows)-1)) % len(rows)
		rows[k].Sequence, rows[other].Sequence = rows[other].Sequence, rows[k].Sequence
		tr.write(id, rows)
	},
	"a move to another organization": func(tr *trail, id uid.ID, rows []*ent.AuditEvent, k int) {
		other := tr.ids[(slices.Index(tr.ids, id)+1)%len(tr.ids)]
		tr.exec("UPDATE audit_events SET sequence = 1000, organization_id = '" + string(other) + "' WHERE id = '" + string(rows[k].ID) + "'")
	},
	"a tail cut off": func(tr *trail, id uid.ID, rows []*ent.AuditEvent, k int) {
		rows = rows[:max(k, 1)]
		tr.write(id, rows)
		tr.end(id, rows)
	},
	"a tail written anew": func(tr *trail, id uid.ID, rows []*ent.AuditEvent, k int) {
		edits[rand.IntN(len(edits))](rows[k])
		chain(rows, k)
		tr.write(id, rows)
		tr.end(id, rows)
	},
	"a tail written anew, with more": func(tr *trail, id uid.ID, rows []*ent.AuditEvent, k int) {
		edits[rand.IntN(len(edits))](rows[k])
		more := *rows[k]
		more.ID = uid.New(uid.AuditEvent)
		rows = append(rows, &more)
		chain(rows, k)
		tr.write(id, rows)
		tr.end(id, rows)
	},
	"one left out, and the rest linked anew": func(tr *trail, id uid.ID, rows []*ent.AuditEvent, k int) {
		rows = slices.Delete(rows, k, k+1)
		chain(rows, min(k, len(rows)-1))
		tr.write(id, rows)
		tr.end(id, rows)
	},
	"all of it gone": func(tr *trail, id uid.ID, rows []*ent.AuditEvent, k int) {
		tr.exec("DELETE FROM audit_events WHERE organization_id = '" + string(id) + "'")
		if k%2 == 0 {
			tr.exec("DELETE FROM audit_heads WHERE id = '" + string(id) + "'")
		} else {
			tr.head(id, 0, make([]byte, 32))
		}
	},
}

// Whatever is done to the log by SQL is found, and nothing is found where nothing was done.
func TestVerifyAll_FindsWhateverWasDoneToTheLog(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		tr := newTrail(t, db)
		tried, missed := 0, 0
		for name, tamper := range tampering {
			for range 8 {
				id := tr.ids[rand.IntN(len(tr.ids))]
				rows := tr.events(id)
				k := rand.IntN(len(rows))
				tamper(tr, id, rows, k)
				tried++
				if len(tr.faults()) == 0 {
					missed++
					t.Errorf("%s at event %d of %d is not found", name, k+1, len(rows))
				}
				tr.restore()
				if found := tr.faults(); found != nil {
					t.Fatalf("nothing was done, and it finds %q", found)
				}
			}
		}
		t.Logf("%d of %d were found", tried-missed, tried)
	})
}

// Without the checkpoints a chain does not see its own end go: that they find it is their work.
func TestVerify_DoesNotSeeACutTailWithoutCheckpoints(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		tr := newTrail(t, db)
		for _, name := range []string{"a tail cut off", "a tail written anew"} {
			tampering[name](tr, tr.ids[0], tr.events(tr.ids[0]), 10)
			if err := audit.Verify(system, tr.Store, tr.ids[0]); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			found := tr.faults()
			if len(found) != 1 || !strings.Contains(found[0], string(tr.ids[0])) {
				t.Errorf("%s: %q", name, found)
			}
			tr.restore()
		}
	})
}

// Words that the migration made, in the database's own way, are those of their events.
func TestVerify_KnowsTheWordsOfOldEvents(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		tr := newTrail(t, db)
		tr.exec(`UPDATE audit_events SET words = lower(actor_name || ' ' || actor_user_name || ' ' || actor_organization_name || ' ' ||
			coalesce(target, '') || ' ' || coalesce(justification, ''))`)
		if found := tr.faults(); found != nil {
			t.Errorf("it finds %q", found)
		}
	})
}

// Nothing is found while the server writes, after it was killed and started anew, or where a line was cut off.
func TestVerifyAll_RaisesNoFalseAlarm(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		tr := newTrail(t, db)
		stop := make(chan struct{})
		done := make(chan struct{})
		go func() {
			defer close(done)
			for {
				select {
				case <-stop:
					return
				default:
					tr.record(tr.ids[rand.IntN(len(tr.ids))])
				}
			}
		}()
		notary := tr.notary(slog.DiscardHandler)
		for i := range 30 {
			if i%10 == 0 {
				tr.must(notary.Sign(system))
			}
			if found := tr.faults(); found != nil {
				t.Fatalf("while it is written: %q", found)
			}
		}
		close(stop)
		<-done
		f, err := os.OpenFile(tr.file, os.O_APPEND|os.O_WRONLY, 0)
		tr.must(err)
		_, err = f.WriteString(`{"at":"2026-`)
		tr.must(errors.Join(err, f.Close()))
		notary = tr.notary(slog.DiscardHandler)
		tr.record(tr.ids[0])
		notary.Close()
		kept, err := audit.ReadCheckpoints(tr.file)
		tr.must(err)
		if found := tr.faults(); found != nil || kept.Unread != 1 {
			t.Errorf("after a line was cut off: %d unread, %q", kept.Unread, found)
		}
		before := kept.Len()
		tr.notary(slog.DiscardHandler).Close()
		if kept, err = audit.ReadCheckpoints(tr.file); err != nil || kept.Len() != before {
			t.Errorf("%d lines, and %d where nothing went on: %v", before, kept.Len(), err)
		}
	})
}

// A line that was changed, or that another installation signed, is told, and so is a chain that went back, at once.
func TestCheckpoints_ThatAreNotOursAreFaults(t *testing.T) {
	t.Parallel()
	apptest.OnBoth(t, func(t *testing.T, db apptest.Database) {
		tr := newTrail(t, db)
		text, err := os.ReadFile(tr.file)
		tr.must(err)
		for _, change := range [][2]string{{`"sequence":`, `"sequence":1`}, {`"hash":"`, `"hash":"00`}, {`"at":"2`, `"at":"3`}} {
			tr.must(os.WriteFile(tr.file, bytes.Replace(text, []byte(change[0]), []byte(change[1]), 1), 0o600))
			if found := tr.faults(); len(found) != 1 {
				t.Errorf("%s: %q", change[0], found)
			}
		}
		tr.must(os.WriteFile(tr.file, text, 0o600))
		if found := tr.faults(); found != nil {
			t.Errorf("nothing was changed, and it finds %q", found)
		}
		var log bytes.Buffer
		tampering["a tail cut off"](tr, tr.ids[0], tr.events(tr.ids[0]), 5)
		tr.must(tr.notary(slog.NewTextHandler(&log, nil)).Sign(system))
		if !strings.Contains(log.String(), "verify it") || !strings.Contains(log.String(), string(tr.ids[0])) {
			t.Errorf("a chain that went back: the log says %q", log.String())
		}
		tr.restore()
		tr.exec("DELETE FROM signing_keys")
		if found := tr.faults(); len(found) == 0 || !strings.Contains(found[0], "another key") {
			t.Errorf("the checkpoints of another installation: %.500q", found)
		}
	})
}
