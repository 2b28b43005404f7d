package directory

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"entgo.io/ent/dialect/sql"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/ent/userword"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// UserFilter says which users.
type UserFilter struct {
	Search           string // what words of the name, the user name or the address begin with
	Deleted          bool   // those that can be restored; otherwise those that were not deleted
	Enabled          *bool
	Role             *schematype.Role
	CreatedByPartner *bool
	Licensed         *bool
}

// UserOrder is what users can be ordered by.
type UserOrder int

// The orders.
const (
	ByDisplayName UserOrder = iota
	ByUserName
	ByCreatedAt
)

// UserQuery asks for a list of users.
type UserQuery struct {
	Filter UserFilter
	Order  UserOrder
	Desc   bool
	Page   store.PageArgs
}

// UsersOf is a page of an organization's users. FORBIDDEN or NOT_FOUND when the viewer may not read them.
func (s *Service) UsersOf(ctx context.Context, organizationID uid.ID, q UserQuery) (*store.Page[*ent.User], error) {
	t := sql.Table(user.Table)
	order := store.Order{Name: "name", Column: t.C(user.FieldNameKey), IDColumn: t.C(user.FieldID), Desc: q.Desc}
	at := func(u *ent.User) store.At { return store.At{Value: u.NameKey, ID: u.ID} }
	switch q.Order {
	case ByUserName:
		order.Name, order.Column = "userName", t.C(user.FieldUserName)
		at = func(u *ent.User) store.At { return store.At{Value: u.UserName, ID: u.ID} }
	case ByCreatedAt:
		order.Name, order.Column, order.Time = "created", t.C(user.FieldCreatedAt), true
		at = func(u *ent.User) store.At { return store.At{Value: u.CreatedAt, ID: u.ID} }
	}
	return store.Paginate(q.Page, order,
		func(page func(*sql.Selector)) ([]*ent.User, error) {
			rows, err := s.usersOf(ctx, organizationID, q.Filter).Where(page).All(ctx)
			return rows, s.why(ctx, len(rows), err, organizationID, access.ReadUsers)
		}, at)
}

// CountUsersOf is how many there are in all pages.
func (s *Service) CountUsersOf(ctx context.Context, organizationID uid.ID, f UserFilter) (int, error) {
	return s.usersOf(ctx, organizationID, f).Count(ctx)
}

func (s *Service) usersOf(ctx context.Context, organizationID uid.ID, f UserFilter) *ent.UserQuery {
	q := s.store.Ent().User.Query().Where(user.OrganizationID(organizationID), user.PurgedAtIsNil(),
		s.reach(ctx, access.ReadUsers, user.FieldOrganizationID))
	if f.Deleted {
		q.Where(few(organizationID, func(t *sql.SelectTable) *sql.Predicate {
			return sql.And(sql.NotNull(t.C(user.FieldDeletedAt)), sql.IsNull(t.C(user.FieldPurgedAt)))
		}))
	} else {
		q.Where(user.DeletedAtIsNil())
	}
	if f.Enabled != nil {
		q.Where(user.Enabled(*f.Enabled))
	}
	if f.Role != nil {
		q.Where(few(organizationID, func(t *sql.SelectTable) *sql.Predicate { return withRole(t.C(user.FieldRoleSet), *f.Role) }))
	}
	if f.CreatedByPartner != nil {
		if *f.CreatedByPartner {
			q.Where(user.CreatedByIDNotNil())
		} else {
			q.Where(user.CreatedByIDIsNil())
		}
	}
	if f.Licensed != nil {
		q.Where(licensed(*f.Licensed))
	}
	for _, begin := range searched(f.Search) {
		q.Where(func(t *sql.Selector) {
			w := sql.Table(userword.Table)
			t.Where(sql.In(t.C(user.FieldID), sql.Select(w.C(userword.FieldUserID)).From(w).Where(sql.And(
				sql.EQ(w.C(userword.FieldOrganizationID), organizationID),
				s.store.Begins(w.C(userword.FieldWord), begin),
			))))
		})
	}
	return q
}

// few holds for users who are found by an index of their own, since they are few: it is looked into first, and the list's
// order comes after it.
func few(organizationID uid.ID, which func(*sql.SelectTable) *sql.Predicate) func(*sql.Selector) {
	return func(t *sql.Selector) {
		u := sql.Table(user.Table).As("few")
		t.Where(sql.In(t.C(user.FieldID), sql.Select(u.C(user.FieldID)).From(u).Where(sql.And(sql.EQ(u.C(user.FieldOrganizationID), organizationID), which(u)))))
	}
}

// StandingAt is what the viewer holds in an organization now.
func (s *Service) StandingAt(ctx context.Context, organizationID uid.ID) (access.Standing, error) {
	return access.StandingAt(ctx, s.store, viewer.FromContext(ctx), organizationID)
}

// Now is the time by which it is decided whether a user can be restored.
func (s *Service) Now(ctx context.Context) (time.Time, error) { return s.store.Now(ctx) }

// The bounds of words by which users are found, in characters and in number.
const (
	longestWord = 64
	mostWords   = 8
)

// searched are the beginnings that a search looks for.
func searched(text string) []string {
	words := strings.Fields(NameKey(text))
	for i, word := range words {
		words[i] = clipped(word)
	}
	return words[:min(len(words), mostWords)]
}

// Index keeps by which words users are found. It comes after each change of a name, a user name or an address.
func Index(ctx context.Context, tx *store.Tx, users ...*ent.User) error {
	ids := make([]uid.ID, len(users))
	var rows []*ent.UserWordCreate
	for i, u := range users {
		ids[i] = u.ID
		for _, word := range wordsOf(u) {
			rows = append(rows, tx.UserWord.Create().SetOrganizationID(u.OrganizationID).SetUserID(u.ID).SetWord(word))
		}
	}
	if _, err := tx.UserWord.Delete().Where(userword.UserIDIn(ids...)).Exec(ctx); err != nil {
		return fmt.Errorf("forget by which words users are found: %w", err)
	}
	for some := range slices.Chunk(rows, 1000) {
		if err := tx.UserWord.CreateBulk(some...).Exec(ctx); err != nil {
			return fmt.Errorf("keep by which words users are found: %w", err)
		}
	}
	return nil
}

// wordsOf are the words by which a user is found, folded: those of the name, also from a hyphen or an apostrophe on, the
// user name, and the address; and, as they are, the domains of both with their @.
func wordsOf(u *ent.User) []string {
	var words []string
	for _, word := range strings.Fields(NameKey(u.DisplayName)) {
		words = append(words, clipped(word))
		inside := true
		for i, r := range word {
			letter := unicode.In(r, unicode.L, unicode.M, unicode.N)
			if letter && !inside && i > 0 {
				words = append(words, clipped(word[i:]))
			}
			inside = letter
		}
	}
	for _, address := range []string{u.UserName, valueOf(u.Email)} {
		words = append(words, clipped(NameKey(address)), domainWord(address))
	}
	slices.Sort(words)
	words = slices.Compact(words)
	return slices.DeleteFunc(words, func(word string) bool { return word == "" })
}

// domainWord is the word by which the users of a domain are found, given an address in it. No folding but that of addresses
// may make two domains one.
func domainWord(address string) string {
	if at := strings.LastIndexByte(address, '@'); at >= 0 {
		return address[at:]
	}
	return ""
}

func clipped(word string) string {
	if runes := []rune(word); len(runes) > longestWord {
		return string(runes[:longestWord])
	}
	return word
}
