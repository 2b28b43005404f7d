package demo

import (
	"crypto/rand"

	"delegatedadmin.example/ent/delegation"
	"delegatedadmin.example/ent/offer"
	"delegatedadmin.example/ent/product"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/audit"
	"delegatedadmin.example/internal/directory"
)

// licenses are what Contoso has bought: a large subscription, and a small one of which every seat is taken; some licenses
// were assigned by the partner.
func (s *seeder) licenses(contoso, fabrikam *org) error {
	with, err := s.tx.Delegation.Query().Where(delegation.CustomerID(contoso.ID), delegation.PartnerID(fabrikam.partner.ID)).Only(s.ctx)
	if err != nil {
		return err
	}
	before, err := s.tx.Offer.Query().
		Where(offer.PartnerID(fabrikam.partner.ID), offer.CustomerID(contoso.ID), offer.IDNEQ(with.OfferID)).First(s.ctx)
	if err != nil {
		return err
	}
	for _, each := range []struct {
		offerID, byPartner uid.ID
		product            string
		seats              int
		holders            []string
	}{
		{with.OfferID, fabrikam.partner.ID, "Business Standard", 25, []string{"admin", "adele", "isaiah", "henrietta", "johanna", "grady"}},
		{before.ID, "", "Enterprise Suite", 2, []string{"admin", "lee"}},
	} {
		p, err := s.tx.Product.Query().Where(product.Name(each.product)).Only(s.ctx)
		if err != nil {
			return err
		}
		sub, err := s.tx.Subscription.Create().SetOrganizationID(contoso.ID).SetProductID(p.ID).SetOfferID(each.offerID).
			SetKind(schematype.SubscriptionPurchase).SetSeats(each.seats).SetAssignedSeats(len(each.holders)).
			SetStartsAt(s.ago(199)).SetEndsAt(s.ago(199).AddDate(1, 0, 0)).Save(s.ctx)
		if err != nil {
			return err
		}
		for i, name := range each.holders {
			holder, err := s.tx.User.Query().Where(user.UserName(name + "@contoso.example")).Only(s.ctx)
			if err != nil {
				return err
			}
			create := s.tx.License.Create().SetOrganizationID(contoso.ID).SetSubscriptionID(sub.ID).SetProductID(p.ID).
				SetUserID(holder.ID).SetAssignedAt(s.ago(60 - i))
			if each.byPartner != "" {
				create.SetAssignedByID(each.byPartner)
			}
			if err := create.Exec(s.ctx); err != nil {
				return err
			}
		}
	}
	return nil
}

// domain is a second domain of Contoso, which the partner has added and nobody has proved yet.
func (s *seeder) domain(contoso, fabrikam *org) error {
	with, err := s.tx.Delegation.Query().Where(delegation.CustomerID(contoso.ID), delegation.PartnerID(fabrikam.partner.ID)).Only(s.ctx)
	if err != nil {
		return err
	}
	s.tx.Now = s.ago(4)
	d, err := s.tx.Domain.Create().SetOrganizationID(contoso.ID).SetName("contoso-labs.example").SetProof(rand.Text()).
		SetAddedByID(fabrikam.partner.ID).SetCreatedAt(s.tx.Now).Save(s.ctx)
	if err != nil {
		return err
	}
	if err := s.tx.Delegation.UpdateOne(with).SetLastActivityAt(s.tx.Now).Exec(s.ctx); err != nil {
		return err
	}
	by := schematype.DomainNameAdministrator
	return audit.Record(s.ctx, s.tx, audit.Event{
		Action: "domain.add", Actor: directory.PersonOf(fabrikam.Organization, fabrikam.admin), OrganizationID: contoso.ID,
		DelegationID: with.ID, Role: &by, TargetID: d.ID, Target: d.Name,
	})
}
