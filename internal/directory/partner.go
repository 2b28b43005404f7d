package directory

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"
	"unicode"

	"github.com/mtibben/confusables"
	"golang.org/x/text/cases"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/partner"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/store"
)

// NewPartner is the public face to be given to an organization. What is empty is left out.
type NewPartner struct {
	Domain       string // verified by whoever asks for it
	ContactEmail string
	Website      string
	Description  string
	Country      string
	Terms        string
	Since        time.Time
}

// NamingPartner is held where a partner gets its name, so that no two that resemble each other appear side by side.
var NamingPartner = store.Lock{Key: "partner-names", Exclusive: true}

// CreatePartner makes an organization a partner, with its terms and its first groups. Its name is compared with those of all partners now, so
// that nobody who reads an offer waits for that. The transaction holds NamingPartner. Only the command line, the demo and
// the tests call it.
func CreatePartner(ctx context.Context, tx *store.Tx, o *ent.Organization, n NewPartner) (*ent.Partner, error) {
	alike, err := resembling(ctx, tx, o.DisplayName)
	if err != nil {
		return nil, err
	}
	p, err := tx.Partner.Create().SetOrganizationID(o.ID).SetName(o.DisplayName).SetNameKey(o.NameKey).
		SetNillableDomain(filled(n.Domain)).SetNillableContactEmail(filled(n.ContactEmail)).SetNillableWebsite(filled(n.Website)).
		SetNillableDescription(filled(n.Description)).SetNillableCountry(filled(n.Country)).
		SetCreatedAt(n.Since).AddResembleIDs(alike...).Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("create the partner: %w", err)
	}
	sum := sha256.Sum256([]byte(n.Terms))
	t, err := tx.Terms.Create().SetPartnerID(p.ID).SetText(n.Terms).SetSha256(hex.EncodeToString(sum[:])).SetCreatedAt(n.Since).Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("create its terms: %w", err)
	}
	if p, err = tx.Partner.UpdateOne(p).SetTermsID(t.ID).Save(ctx); err != nil {
		return nil, fmt.Errorf("set its terms: %w", err)
	}
	return p, FirstGroups(ctx, tx, o.ID)
}

func filled(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// resembling are the partners whose names can be taken for this one.
func resembling(ctx context.Context, tx *store.Tx, name string) (ids []uid.ID, err error) {
	all, err := tx.Partner.Query().Select(partner.FieldID, partner.FieldName).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the partners' names: %w", err)
	}
	for _, p := range all {
		if resembles(name, p.Name) {
			ids = append(ids, p.ID)
		}
	}
	return ids, nil
}

// resembles tells whether one name can be taken for the other: they look alike by the tables of UTS #39, whatever their
// case, spaces, marks and signs, or differ by a slip or two of the pen.
func resembles(a, b string) bool {
	x, y := skeleton(a), skeleton(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	slips := 0
	switch short := min(len(x), len(y)); {
	case short >= 10:
		slips = 2
	case short >= 5:
		slips = 1
	}
	return distance(x, y) <= slips
}

// skeleton is what the eye keeps of a name: its letters and digits, each as the one that it looks like.
func skeleton(name string) (out []rune) {
	for _, r := range cases.Fold().String(confusables.Skeleton(NameKey(name))) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out = append(out, r)
		}
	}
	return out
}

// distance is how many letters must be put in, left out, changed, or swapped with the next to make b of a.
func distance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, last, row = last, row, before
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return row[len(b)]
}

// Resembling are the names of the partners that each of these can be taken for, as they were compared when the later of
// the two came. They are public.
func (s *Service) Resembling(ctx context.Context, ids []uid.ID) (map[uid.ID]*[]string, error) {
	rows, err := s.store.Ent().Partner.Query().Where(partner.IDIn(ids...)).Select(partner.FieldID).
		WithResembles(func(q *ent.PartnerQuery) { q.Select(partner.FieldID, partner.FieldName).Order(partner.ByNameKey()) }).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read whom partners resemble: %w", err)
	}
	out := make(map[uid.ID]*[]string, len(rows))
	for _, row := range rows {
		names := make([]string, len(row.Edges.Resembles))
		for i, other := range row.Edges.Resembles {
			names[i] = strings.TrimSpace(other.Name)
		}
		out[row.ID] = &names
	}
	return out, nil
}
