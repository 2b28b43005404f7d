package graph

import (
	"context"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/uid"
)

// ownInquiries is what the viewer's organization asked each of these partners and waits for.
func (r *partnerResolver) ownInquiries(ctx context.Context, partners []*ent.Partner) ([]*ent.Inquiry, error) {
	return beside(ctx, "inquiry", partners, func(p *ent.Partner) uid.ID { return p.ID },
		func(ids []uid.ID) (map[uid.ID]*ent.Inquiry, error) { return r.Delegations.OwnInquiries(ctx, ids) })
}
