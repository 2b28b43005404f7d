package delegation

import (
	"context"
	"fmt"
	"time"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/offerreport"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// reportCounts is for how long a reported offer counts against its partner.
const reportCounts = 365 * 24 * time.Hour

// linkHolder is the actor of what the holder of a link did without signing in.
var linkHolder = viewer.Viewer{DisplayName: "Somebody with the offer's link"}

// Report tells those who run the service that something is wrong with an offer, whatever its state is. For whoever holds
// its link, signed in or not; NOT_FOUND for a link that leads nowhere. An offer is reported once; to report it again
// changes nothing, so that a link can't fill the disk. It stands in the log of the organization of whoever reported it,
// or, where nobody is signed in, of the one that the offer is addressed to: never in the partner's, which learns the
// number alone.
func (s *Service) Report(ctx context.Context, token string, reason *string) error {
	v := viewer.FromContext(ctx)
	reason, err := words(reason, maxReason)
	if err != nil {
		return apperr.InvalidInput("reason", "A reason has at most %d characters.", maxReason)
	}
	l, err := s.offerToAnswer(ctx, token)
	if err != nil {
		return err
	}
	locks := []store.Lock{OfferLock(l.offerID)}
	if v.SignedIn() {
		locks = append(access.Acting(v, v.OrganizationID), locks...)
	}
	return s.store.WithTx(ctx, locks, func(ctx context.Context, tx *store.Tx) error {
		actor, logs := linkHolder, []uid.ID{v.OrganizationID}
		var err error
		if v.SignedIn() {
			actor, err = access.Person(ctx, tx, v)
		} else {
			logs, err = directory.Owners(ctx, tx.Client(), l.addressee)
		}
		if err != nil {
			return err
		}
		if known, err := tx.OfferReport.Query().Where(offerreport.OfferID(l.offerID)).Exist(ctx); err != nil {
			return fmt.Errorf("look for a report: %w", err)
		} else if known {
			return nil
		}
		err = tx.OfferReport.Create().SetOfferID(l.offerID).SetPartnerID(l.partnerID).SetReportedByID(v.UserID).SetNillableReason(reason).
			SetCreatedAt(tx.Now).Exec(ctx)
		if err != nil {
			return fmt.Errorf("report the offer: %w", err)
		}
		s.log.WarnContext(ctx, "an offer was reported", "offer", l.offerID, "partner", l.partnerID, "name", l.partner)
		if len(logs) != 1 || !v.SignedIn() && logs[0] == l.organizationID {
			return nil
		}
		return audit.Record(ctx, tx, audit.Event{
			Action: "offer.report", Actor: actor, OrganizationID: logs[0], TargetID: l.offerID, Target: l.partner, Justification: reason,
		})
	})
}

// ReportedOffers is how many offers of each of these partners were reported in the last twelve months, in one statement.
// The numbers are public.
func (s *Service) ReportedOffers(ctx context.Context, partnerIDs []uid.ID) (map[uid.ID]*int, error) {
	now, err := s.store.Now(ctx)
	if err != nil {
		return nil, err
	}
	var rows []struct {
		PartnerID uid.ID `json:"partner_id"`
		Count     int    `json:"count"`
	}
	err = s.store.Ent().OfferReport.Query().
		Where(offerreport.PartnerIDIn(partnerIDs...), offerreport.CreatedAtGT(now.Add(-reportCounts))).
		GroupBy(offerreport.FieldPartnerID).Aggregate(ent.Count()).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("count the reported offers: %w", err)
	}
	out := make(map[uid.ID]*int, len(rows))
	for _, row := range rows {
		out[row.PartnerID] = &row.Count
	}
	return out, nil
}
