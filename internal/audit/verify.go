package audit

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"slices"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/auditevent"
	"delegatedadmin.example/ent/audithead"
	"delegatedadmin.example/ent/organization"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// ErrBroken is returned when the events of an organization are not those that were written.
var ErrBroken = errors.New("the audit chain is broken")

// Verify reads the whole chain of an organization and checks every link, or says where it breaks: an event changed,
// missing, added or out of order, an end that does not fit, or one that is filed as what it is not.
func Verify(ctx context.Context, st *store.Store, organizationID uid.ID) error {
	_, faults, err := verify(ctx, st, organizationID, nil)
	return errors.Join(append(faults, err)...)
}

// Progress is how far VerifyAll got.
type Progress struct {
	Organizations, Of int
	Events            int64
	Checkpoints       int
	Faults            int
}

// VerifyAll checks the chains of all organizations, each against itself and against the checkpoints that were kept
// outside of the database, which alone show that the end of a chain was cut off or written anew. It calls fault for
// everything that is wrong, and step after each organization.
func VerifyAll(ctx context.Context, st *store.Store, kept *Checkpoints, fault func(error), step func(Progress)) (p Progress, err error) {
	ctx = viewer.NewContext(ctx, viewer.System)
	found := func(errs ...error) {
		for _, err := range errs {
			p.Faults++
			fault(err)
		}
	}
	signed, faults, err := kept.check(ctx, st)
	if err != nil {
		return p, err
	}
	found(faults...)
	ids, err := st.Ent().Organization.Query().Order(organization.ByID()).IDs(ctx)
	if err != nil {
		return p, fmt.Errorf("read the organizations: %w", err)
	}
	for _, id := range slices.Sorted(maps.Keys(signed)) {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	p.Of = len(ids)
	for _, id := range ids {
		n, faults, err := verify(ctx, st, id, signed[id])
		if err != nil {
			return p, err
		}
		found(faults...)
		p.Organizations++
		p.Events += n
		p.Checkpoints += len(signed[id])
		step(p)
	}
	return p, nil
}

// verify checks the chain of one organization. signed are the hashes that it had at some places by the checkpoints. Of
// each kind of fault the first is told: what follows a break can't be judged.
func verify(ctx context.Context, st *store.Store, id uid.ID, signed map[int64][]byte) (n int64, faults []error, err error) {
	broken := func(format string, args ...any) {
		faults = append(faults, fmt.Errorf("%w: %s %s", ErrBroken, id, fmt.Sprintf(format, args...)))
	}
	head, err := st.Ent().AuditHead.Get(ctx, id)
	if ent.IsNotFound(err) {
		broken("has no end any more")
		return 0, faults, nil
	}
	if err != nil {
		return 0, nil, fmt.Errorf("read the end of the audit chain: %w", err)
	}
	previous, last := make([]byte, sha256.Size), int64(0)
	chained, as, found := true, true, true
	const batch = 1000
	for at := int64(0); ; {
		rows, err := st.Ent().AuditEvent.Query().
			Where(auditevent.OrganizationID(id), auditevent.SequenceGT(at), auditevent.SequenceLTE(head.Sequence)).
			Order(auditevent.BySequence()).Limit(batch).All(ctx)
		if err != nil {
			return n, nil, fmt.Errorf("read the audit chain: %w", err)
		}
		for _, row := range rows {
			if chained && (row.Sequence != last+1 || !bytes.Equal(row.PreviousHash, previous) || !bytes.Equal(row.Hash, link(row))) {
				broken("at event %d", last+1)
				chained = false
			}
			if found && (row.Kind != KindOf(row.Action) || !follow(row)) {
				broken("keeps event %d from being found: its kind or its words are another's", row.Sequence)
				found = false
			}
			if hash := signed[row.Sequence]; as && hash != nil && !bytes.Equal(hash, row.Hash) {
				broken("has another event %d than a checkpoint tells: it was written anew", row.Sequence)
				as = false
			}
			previous, last, at = row.Hash, row.Sequence, row.Sequence
			n++
		}
		if len(rows) < batch {
			break
		}
	}
	if chained && (last != head.Sequence || !bytes.Equal(previous, head.Hash)) {
		broken("ends at event %d in place of %d", last, head.Sequence)
	}
	if len(signed) > 0 {
		if most := slices.Max(slices.Collect(maps.Keys(signed))); most > last {
			broken("ends at event %d, and a checkpoint tells of event %d: its end was cut off", last, most)
		}
	}
	stray, err := outside(ctx, st, id)
	if err != nil {
		return n, nil, err
	}
	if stray > 0 {
		broken("has %d events outside of its chain", stray)
	}
	return n, faults, nil
}

// outside counts the events before the first or after the last of a chain, in one statement: the server may go on
// writing.
func outside(ctx context.Context, st *store.Store, id uid.ID) (int, error) {
	n, err := st.Ent().AuditEvent.Query().Where(auditevent.OrganizationID(id), func(s *sql.Selector) {
		h := sql.Table(audithead.Table)
		s.Where(sql.Or(
			sql.LT(s.C(auditevent.FieldSequence), 1),
			sql.Not(sql.Exists(sql.Select(h.C(audithead.FieldID)).From(h).Where(sql.And(
				sql.ColumnsEQ(h.C(audithead.FieldID), s.C(auditevent.FieldOrganizationID)),
				sql.ColumnsGTE(h.C(audithead.FieldSequence), s.C(auditevent.FieldSequence)),
			)))),
		))
	}).Count(ctx)
	if err != nil {
		return 0, fmt.Errorf("look for events outside of the chain: %w", err)
	}
	return n, nil
}
