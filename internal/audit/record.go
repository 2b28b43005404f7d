// Package audit keeps what was done and what was refused: append-only events, chained by hashes for each
// organization, and signed receipts of consent.
package audit

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/auditevent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// Event is one thing that was done or refused. Names are kept as they are at this moment.
type Event struct {
	Action         string // such as "delegation.delete"
	Result         schematype.AuditResult
	Actor          viewer.Viewer
	OrganizationID uid.ID // in whose organization
	DelegationID   uid.ID // under or about which delegation; empty when none is involved
	Role           *schematype.Role
	TargetID       uid.ID
	Target         string              // on what, by its name; empty where a refusal came before it was known
	Justification  *string             // what the request says by default
	Mentions       []uid.ID            // what it is about beside the target
	Changes        []schematype.Change // never secrets
}

// Start begins the chain of a new organization.
func Start(ctx context.Context, tx *store.Tx, organizationID uid.ID) error {
	if err := tx.AuditHead.Create().SetID(organizationID).SetHash(make([]byte, sha256.Size)).Exec(ctx); err != nil {
		return fmt.Errorf("start the audit chain: %w", err)
	}
	return nil
}

// Record writes events of one organization in the transaction of what they tell: if they can't be written, nothing
// happens. It holds the end of the organization's chain until the commit, so it comes last in a transaction.
func Record(ctx context.Context, tx *store.Tx, events ...Event) error {
	if len(events) == 0 {
		return nil
	}
	organization := events[0].OrganizationID
	head := &ent.AuditHead{}
	err := tx.One(ctx, "SELECT sequence, hash FROM audit_heads WHERE id = $1"+tx.ForUpdate(), []any{organization}, &head.Sequence, &head.Hash)
	if err != nil {
		return fmt.Errorf("read the end of the audit chain: %w", err)
	}
	rows := make([]*ent.AuditEventCreate, len(events))
	var mentions []*ent.AuditMentionCreate
	for i, e := range events {
		if e.OrganizationID != organization {
			return errors.New("events recorded at once are of one organization")
		}
		row := e.after(ctx, tx, head)
		rows[i] = create(tx, row)
		for _, id := range e.Mentions {
			mentions = append(mentions, tx.AuditMention.Create().SetEventID(row.ID).SetObjectID(id))
		}
	}
	if err := tx.AuditEvent.CreateBulk(rows...).Exec(ctx); err != nil {
		return fmt.Errorf("write the audit event: %w", err)
	}
	if len(mentions) > 0 {
		if err := tx.AuditMention.CreateBulk(mentions...).Exec(ctx); err != nil {
			return fmt.Errorf("write what the audit event mentions: %w", err)
		}
	}
	_, err = tx.ExecContext(ctx, "UPDATE audit_heads SET sequence = $1, hash = $2 WHERE id = $3", head.Sequence, head.Hash, organization)
	if err != nil {
		return fmt.Errorf("move the end of the audit chain: %w", err)
	}
	return nil
}

// after is the row of an event at the end of a chain, which moves.
func (e Event) after(ctx context.Context, tx *store.Tx, head *ent.AuditHead) *ent.AuditEvent {
	if e.Result == "" {
		e.Result = schematype.AuditDone
	}
	if why := Justification(ctx); e.Justification == nil && why != "" {
		e.Justification = &why
	}
	row := &ent.AuditEvent{
		ID: uid.New(uid.AuditEvent), OrganizationID: e.OrganizationID, Sequence: head.Sequence + 1, At: tx.Now,
		Action: e.Action, Kind: KindOf(e.Action), Result: e.Result,
		ActorID: e.Actor.UserID, ActorName: e.Actor.DisplayName, ActorUserName: e.Actor.UserName,
		ActorOrganizationID: e.Actor.OrganizationID, ActorOrganizationName: e.Actor.OrganizationName,
		OnBehalf:     e.Actor.SignedIn() && e.Actor.OrganizationID != e.OrganizationID,
		DelegationID: e.DelegationID, Role: e.Role, Justification: e.Justification,
		TargetID: e.TargetID, Changes: e.Changes, RequestID: RequestID(ctx), PreviousHash: head.Hash,
	}
	if e.Target != "" {
		row.Target = &e.Target
	}
	row.Words, row.Hash = words(row), link(row)
	head.Sequence, head.Hash = row.Sequence, row.Hash
	return row
}

func create(tx *store.Tx, row *ent.AuditEvent) *ent.AuditEventCreate {
	return tx.AuditEvent.Create().
		SetID(row.ID).SetOrganizationID(row.OrganizationID).SetSequence(row.Sequence).SetAt(row.At).
		SetAction(row.Action).SetKind(row.Kind).SetResult(row.Result).
		SetActorID(row.ActorID).SetActorName(row.ActorName).SetActorUserName(row.ActorUserName).
		SetActorOrganizationID(row.ActorOrganizationID).SetActorOrganizationName(row.ActorOrganizationName).
		SetOnBehalf(row.OnBehalf).SetDelegationID(row.DelegationID).SetNillableRole(row.Role).
		SetNillableJustification(row.Justification).SetTargetID(row.TargetID).SetNillableTarget(row.Target).
		SetWords(row.Words).SetChanges(row.Changes).SetRequestID(row.RequestID).
		SetPreviousHash(row.PreviousHash).SetHash(row.Hash)
}

// A person's refusals in one organization are recorded up to this many an hour, so that asking again and again
// fills no disk.
const refusalsAnHour = 100

// Refuse records that something was refused, in a transaction of its own, after the one that would have done it was
// rolled back. The caller still gets the refusal when this fails.
func Refuse(ctx context.Context, st *store.Store, e Event) error {
	e.Result = schematype.AuditRefused
	return st.WithTx(ctx, nil, func(ctx context.Context, tx *store.Tx) error {
		n, err := tx.AuditEvent.Query().Where(
			auditevent.OrganizationID(e.OrganizationID), auditevent.AtGT(tx.Now.Add(-time.Hour)),
			auditevent.ActorID(e.Actor.UserID), auditevent.ResultEQ(schematype.AuditRefused),
		).Count(ctx)
		if err != nil || n >= refusalsAnHour {
			return err
		}
		if err := Record(ctx, tx, e); err != nil {
			return err
		}
		if e.DelegationID != "" {
			tx.Publish(store.Change{Kind: "delegation.changed", DelegationID: e.DelegationID, CustomerID: e.OrganizationID, PartnerID: e.Actor.PartnerID})
		}
		return nil
	})
}

// link is the hash that chains an event to the one before: SHA-256 over the previous hash and the event as JSON with
// its fields in a fixed order. Kind and words follow from these fields and don't stand in it: Verify makes them again.
func link(e *ent.AuditEvent) []byte {
	changes := e.Changes
	if len(changes) == 0 {
		changes = nil
	}
	body, err := json.Marshal([]any{
		e.ID, e.OrganizationID, e.Sequence, e.At.UTC().Format(time.RFC3339Nano), e.Action, e.Result,
		e.ActorID, e.ActorName, e.ActorUserName, e.ActorOrganizationID, e.ActorOrganizationName,
		e.OnBehalf, e.DelegationID, e.Role, e.Justification, e.TargetID, e.Target, changes, e.RequestID,
	})
	if err != nil {
		panic(err) // only strings, numbers and booleans stand in it
	}
	sum := sha256.Sum256(append(bytes.Clone(e.PreviousHash), body...))
	return sum[:]
}

type requestKey struct{}

// WithRequestID puts the id of the request into ctx, for the events that it causes.
func WithRequestID(ctx context.Context, id string) context.Context {
	return context.WithValue(ctx, requestKey{}, id)
}

// RequestID is the id of the request that ctx belongs to; empty for the server's own work.
func RequestID(ctx context.Context) string {
	id, _ := ctx.Value(requestKey{}).(string)
	return id
}
