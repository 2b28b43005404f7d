package delegation

import (
	"context"
	"fmt"
	"math"
	"time"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/delegation"
	"delegatedadmin.example/ent/offer"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

const (
	keepEvery = time.Second // how often what time has ended is looked for
	keepBatch = 100
)

// notices are the days before the end of a delegation on which both sides are told of it.
var notices = []int{30, 7, 1, 0}

// Run turns what time has ended and announces what it will end, until ctx is done. Time decides by itself at each use;
// this writes it down and tells people. Any number of processes may run it.
func (s *Service) Run(ctx context.Context) {
	ctx = viewer.NewContext(ctx, viewer.System)
	tick := time.NewTicker(keepEvery)
	defer tick.Stop()
	for {
		if err := s.Keep(ctx); err != nil && ctx.Err() == nil {
			s.log.Error("turn what time has ended", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// Keep does once what Run does again and again.
func (s *Service) Keep(ctx context.Context) error {
	for _, step := range []func(context.Context) error{s.expireDelegations, s.expireOffers, s.announce, s.digest} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) expireDelegations(ctx context.Context) error {
	due, err := s.store.Ent().Delegation.Query().
		Where(func(t *sql.Selector) {
			t.Where(sql.And(access.Open(t.C(delegation.FieldStatus)), s.store.Past(t.C(delegation.FieldExpiresAt))))
		}).
		Limit(keepBatch).All(ctx)
	if err != nil {
		return fmt.Errorf("look for delegations whose time is over: %w", err)
	}
	for _, d := range due {
		locks := []store.Lock{access.Ending(d.CustomerID, d.PartnerID)}
		err := s.store.WithTx(ctx, locks, func(ctx context.Context, tx *store.Tx) error {
			e, err := toEnd(ctx, tx, d.ID)
			if err != nil {
				return err
			}
			if !live(e.delegation.Status) || tx.Now.Before(e.delegation.ExpiresAt) {
				return nil // somebody else was here
			}
			e.actor, e.action = viewer.System, "delegation.expire"
			e.by, e.status = schematype.TerminatedBySystem, schematype.DelegationExpired
			return s.end(ctx, tx, e)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) expireOffers(ctx context.Context) error {
	due, err := s.store.Ent().Offer.Query().
		Where(offer.StatusEQ(schematype.OfferPending), func(t *sql.Selector) {
			t.Where(s.store.Past(t.C(offer.FieldExpiresAt)))
		}).
		WithPartner().Limit(keepBatch).All(ctx)
	if err != nil {
		return fmt.Errorf("look for offers that lapsed: %w", err)
	}
	for _, o := range due {
		err := s.store.WithTx(ctx, []store.Lock{OfferLock(o.ID)}, func(ctx context.Context, tx *store.Tx) error {
			n, err := tx.Offer.Update().Where(offer.ID(o.ID), offer.StatusEQ(schematype.OfferPending), offer.ExpiresAtLTE(tx.Now)).
				SetStatus(schematype.OfferExpired).Save(ctx)
			if err != nil || n == 0 {
				return err
			}
			return audit.Record(ctx, tx, audit.Event{
				Action: "offer.expire", Actor: viewer.System, OrganizationID: o.Edges.Partner.OrganizationID, TargetID: o.ID, Target: o.CustomerEmail,
			})
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// announce writes to both sides 30, 7 and 1 days before the end, and on the day: the nearest notice alone after a
// pause, and none that was due before the delegation began. expiry_notice holds one more than the days last announced,
// 0 before the first.
func (s *Service) announce(ctx context.Context) error {
	now, err := s.store.Now(ctx)
	if err != nil {
		return err
	}
	for i, days := range notices {
		q := s.store.Ent().Delegation.Query().Where(
			func(t *sql.Selector) { t.Where(access.Open(t.C(delegation.FieldStatus))) },
			delegation.StatusEQ(schematype.DelegationActive), delegation.ExpiresAtLTE(horizon(now, days)),
			delegation.Or(delegation.ExpiryNotice(0), delegation.ExpiryNoticeGT(days+1)),
		)
		if i+1 < len(notices) {
			q.Where(delegation.ExpiresAtGT(horizon(now, notices[i+1])))
		}
		due, err := q.Limit(keepBatch).All(ctx)
		if err != nil {
			return fmt.Errorf("look for delegations near their end: %w", err)
		}
		for _, d := range due {
			if err := s.announceOne(ctx, d, days); err != nil {
				return err
			}
		}
	}
	return nil
}

// horizon is the last end that is announced days before; on the day itself that is half a day before.
func horizon(now time.Time, days int) time.Time {
	if days == 0 {
		return now.Add(12 * time.Hour)
	}
	return now.AddDate(0, 0, days)
}

func (s *Service) announceOne(ctx context.Context, d *ent.Delegation, days int) error {
	return s.store.WithTx(ctx, []store.Lock{access.Ending(d.CustomerID, d.PartnerID)}, func(ctx context.Context, tx *store.Tx) error {
		n, err := tx.Delegation.Update().Where(
			delegation.ID(d.ID), delegation.StatusEQ(schematype.DelegationActive), delegation.ExpiresAtGT(tx.Now),
			delegation.ExpiryNotice(d.ExpiryNotice),
		).SetExpiryNotice(days + 1).Save(ctx)
		if err != nil || n == 0 || horizon(d.ActivatedAt, days).After(d.ExpiresAt) {
			return err
		}
		left := 0
		if days > 0 {
			left = int(math.Ceil(d.ExpiresAt.Sub(tx.Now).Hours() / 24))
		}
		return s.mailExpiring(ctx, tx, d, left)
	})
}
