package graph

import (
	"context"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/graph/model"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/directory"
)

func domainFilter(search string, in *model.DomainFilter) directory.DomainFilter {
	f := directory.DomainFilter{Search: search}
	if in != nil {
		f.Verified, f.IsDefault = in.Verified, in.IsDefault
	}
	return f
}

// verification is how the ownership of a domain is proved, for those who may prove it.
func verification(d *ent.Domain, s access.Standing) *model.DomainVerification {
	if d.Proof == "" || !s.Holds(access.ManageDomains) {
		return nil
	}
	v := &model.DomainVerification{
		RecordName: directory.RecordName(d), RecordType: directory.RecordType, RecordValue: directory.RecordValue(d), CheckedAt: d.CheckedAt,
	}
	if d.CheckResult != "" {
		v.Result = &d.CheckResult
	}
	return v
}

// userCounts counts the users of all domains of a list at once.
func userCounts(ctx context.Context, r *Resolver, domains []*ent.Domain) ([]int, error) {
	asked := domains
	if together := siblingsOf(ctx, domains); together != nil {
		asked = together.rows
	}
	counts, err := beside(ctx, "userCount", domains, func(d *ent.Domain) uid.ID { return d.ID },
		func([]uid.ID) (map[uid.ID]*int, error) { return r.Directory.UserCounts(ctx, asked) })
	out := make([]int, len(counts))
	for i, n := range counts {
		out[i] = valueOf(n)
	}
	return out, err
}

// removedDomains tells which domains are gone, and reads those that are not as the viewer sees them, in one statement.
func (r *mutationResolver) removedDomains(ctx context.Context, outcomes []directory.Outcome, err error) (*model.RemoveDomainsPayload, error) {
	p := &model.RemoveDomainsPayload{Results: make([]*model.DomainResult, len(outcomes)), RemovedDomainIds: []uid.ID{}}
	if err != nil {
		p.UserErrors, err = split(err)
		return p, err
	}
	var left []uid.ID
	for _, o := range outcomes {
		if o.Err == nil {
			p.RemovedDomainIds = append(p.RemovedDomainIds, o.ID)
		} else {
			left = append(left, o.ID)
		}
	}
	domains, err := r.Directory.DomainsByID(ctx, left)
	for i, o := range outcomes {
		p.Results[i] = &model.DomainResult{ID: o.ID, Domain: domains[o.ID], UserErrors: ofOne(o.Err, "", i)}
	}
	return p, err
}
