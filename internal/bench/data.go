package main

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"

	_ "github.com/mattn/go-sqlite3" // the driver

	"delegatedadmin.example/ent/migrations"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/store"
)

// size is how much data there is.
type size struct {
	name          string
	organizations int
	partners      int
	pending       int // offers that wait for an answer, for the mutations
}

// The two sizes. The small one has a few partners more than a hundredth, since thirty delegations of one organization
// need twenty-one partners.
var (
	large = size{"large", 100_000, 1_000, 100_000}
	small = size{"small", 1_000, 40, 1_000}
)

const (
	crowdEvery = 20 // every so manieth organization has crowd delegations, the others one or two
	crowd      = 30
	people     = 5  // in each organization; the first is its Global Administrator
	freshness  = 20 // days: then the data is made anew, since delegations near their end would be announced
)

func (s size) sessions() int { return s.organizations * 5 / 4 }

// revision rises with each change of what this file makes.
const revision = 2

// fileName tells the data apart by the schema and by what this file makes.
func (s size) fileName() (string, error) {
	sum := sha256.New()
	files, err := fs.Glob(migrations.Files, "sqlite3/*.sql")
	for _, file := range files {
		body, err := migrations.Files.ReadFile(file)
		if err != nil {
			return "", err
		}
		_, _ = sum.Write(body)
	}
	return fmt.Sprintf("%s-%s-%d.db", s.name, hex.EncodeToString(sum.Sum(nil)[:4]), revision), err
}

// ready returns the path of the data, which it makes if it is not there yet.
func (s size) ready(ctx context.Context, dir string) (string, error) {
	name, err := s.fileName()
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, name)
	if info, err := os.Stat(path); err == nil && time.Since(info.ModTime()) < freshness*24*time.Hour {
		return path, nil
	}
	old, _ := filepath.Glob(filepath.Join(dir, s.name+"-*"))
	for _, file := range old {
		if err := os.Remove(file); err != nil {
			return "", err
		}
	}
	making := path + ".part"
	st, err := store.Open(ctx, "sqlite:"+making, store.Options{}) // migrates
	if err != nil {
		return "", err
	}
	if err := st.Close(); err != nil {
		return "", err
	}
	if err := s.fill(ctx, making); err != nil {
		return "", fmt.Errorf("make the %s data: %w", s.name, err)
	}
	return path, os.Rename(making, path)
}

// copyTo makes a copy that may be changed, with sessions that were used just now.
func copyTo(ctx context.Context, from, to string) (err error) {
	for _, old := range []string{to, to + "-wal", to + "-shm"} {
		if err := os.Remove(old); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err := errors.Join(err, out.Close()); err != nil {
		return err
	}
	db, err := sql.Open("sqlite3", "file:"+to+"?_journal_mode=WAL&_synchronous=OFF")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	now := time.Now().UTC().Truncate(time.Microsecond)
	_, err = db.ExecContext(ctx, "UPDATE sessions SET last_used_at = ?, expires_at = ?", now, now.Add(7*24*time.Hour))
	return err
}

// filler writes rows in bulk.
type filler struct {
	ctx  context.Context
	tx   *sql.Tx
	open []*sql.Stmt
}

// into prepares an insert; what it returns adds one row.
func (f *filler) into(table, columns string) func(values ...any) {
	marks := strings.TrimSuffix(strings.Repeat("?, ", strings.Count(columns, ",")+1), ", ")
	stmt, err := f.tx.PrepareContext(f.ctx, "INSERT INTO "+table+" ("+columns+") VALUES ("+marks+")")
	if err != nil {
		panic(err)
	}
	f.open = append(f.open, stmt)
	return func(values ...any) {
		if _, err := stmt.ExecContext(f.ctx, values...); err != nil {
			panic(err)
		}
	}
}

// fill writes all rows in one transaction, without indexes but those of keys, and makes the indexes afterwards.
func (s size) fill(ctx context.Context, path string) (err error) {
	db, err := sql.Open("sqlite3", "file:"+path+"?_journal_mode=OFF&_synchronous=OFF&_locking_mode=EXCLUSIVE&_cache_size=-400000&_txlock=immediate")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1)
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() {
		if p := recover(); p != nil {
			err = errors.Join(fmt.Errorf("%v", p), tx.Rollback())
		}
	}()
	indexes, err := dropIndexes(ctx, tx)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, rolesTable); err != nil {
		return err
	}
	f := &filler{ctx: ctx, tx: tx}
	w := &world{size: s, now: time.Now().UTC().Truncate(time.Microsecond), random: rand.New(rand.NewPCG(1, 2))} //nolint:gosec // the same each time
	w.start = w.now.AddDate(-2, 0, 0)
	say("  organizations and people")
	w.organizationsAndPeople(f)
	say("  partners, offers, delegations and what was recorded of them")
	w.delegations(f)
	w.pendingOffers(f)
	say("  indexes")
	for _, index := range indexes {
		if _, err := tx.ExecContext(ctx, index); err != nil {
			return err
		}
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "PRAGMA journal_mode=WAL")
	return err
}

func dropIndexes(ctx context.Context, tx *sql.Tx) (made []string, err error) {
	rows, err := tx.QueryContext(ctx, "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
	if err != nil {
		return nil, err
	}
	var names []string
	for rows.Next() {
		var name, text string
		if err := rows.Scan(&name, &text); err != nil {
			return nil, err
		}
		names, made = append(names, name), append(made, text)
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return nil, err
	}
	for _, name := range names {
		if _, err := tx.ExecContext(ctx, "DROP INDEX `"+name+"`"); err != nil {
			return nil, err
		}
	}
	return made, nil
}

// world knows what the data is made of: everything follows from the number of an organization or of a partner.
type world struct {
	size
	now, start time.Time
	random     *rand.Rand
	sequence   []int64 // how long the audit chain of each organization is
}

// id is the n-th id of a kind, made at a moment.
func id(prefix string, at time.Time, n int) uid.ID {
	return uid.ID(fmt.Sprintf("%s_%012x7%019x", prefix, at.UnixMilli(), n))
}

// These ids depend on the number alone, so that the load finds them.
var ancient = time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)

func organizationID(n int) uid.ID   { return id(uid.Organization, ancient, n) }
func userID(n, person int) uid.ID   { return id(uid.User, ancient, n*people+person) }
func partnerID(n int) uid.ID        { return id(uid.Partner, ancient, n) }
func groupID(n int) uid.ID          { return id(uid.Group, ancient, n) }
func termsID(n int) uid.ID          { return id(uid.Terms, ancient, n) }
func pendingID(n int) uid.ID        { return id(uid.Offer, ancient, n) }
func (s size) partnerAt(n int) int  { return n * (s.organizations / s.partners) } // the organization of the n-th partner
func host(n int) string             { return fmt.Sprintf("o%06d.example", n) }
func organizationName(n int) string { return fmt.Sprintf("Organization %06d", n) }
func partnerName(n int) string      { return fmt.Sprintf("Partner %04d", n) }
func adminName(n int) string        { return fmt.Sprintf("Administrator %06d", n) }
func adminUserName(n int) string    { return "admin@" + host(n) }

// sessionToken is what the browser of the n-th session keeps, linkToken what the mail of the n-th offer that waits has.
func sessionToken(n int) string { return token("session", n) }
func linkToken(n int) string    { return token("offer", n) }

func token(kind string, n int) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %d", kind, n))
	return base64.RawURLEncoding.EncodeToString(sum[:])
}

const termsText = "We keep the time, the date and the price that we promised."

var termsSHA256 = func() string {
	sum := sha256.Sum256([]byte(termsText))
	return hex.EncodeToString(sum[:])
}()

var (
	globalAdministrator = schematype.Roles(schematype.GlobalAdministrator)
	// grants are five roles each.
	grants = []schematype.RoleSet{
		schematype.Roles(schematype.GlobalReader, schematype.UserAdministrator, schematype.HelpdeskAdministrator, schematype.LicenseAdministrator, schematype.DirectoryReader),
		schematype.Roles(schematype.GlobalAdministrator, schematype.UserAdministrator, schematype.HelpdeskAdministrator, schematype.DomainNameAdministrator, schematype.DirectoryReader),
	}
)

func (w *world) organizationsAndPeople(f *filler) {
	organization := f.into("organizations", "id, display_name, name_key, contact_name, contact_email, created_at, digested_until")
	domain := f.into("domains", "id, organization_id, name, verified_at, is_initial, created_at")
	user := f.into("users", "id, organization_id, user_name, display_name, email, password_hash, enabled, role_set, created_at")
	session := f.into("sessions", "id, user_id, token_hash, created_at, last_used_at, expires_at, user_agent, source")
	for n := range w.organizations {
		name := organizationName(n)
		organization(organizationID(n), name, strings.ToLower(name), adminName(n), "it@"+host(n), w.start, w.now.AddDate(1, 0, 0)) // no digests while it is measured
		domain(id(uid.Domain, ancient, n), organizationID(n), host(n), w.start, false, w.start)
		for person := range people {
			userName, displayName, roles := adminUserName(n), adminName(n), globalAdministrator
			if person > 0 {
				userName, displayName, roles = fmt.Sprintf("p%d@%s", person, host(n)), fmt.Sprintf("Person %06d-%d", n, person), 0
			}
			user(userID(n, person), organizationID(n), userName, displayName, userName, "", true, roles, w.start)
		}
	}
	for n := range w.sessions() { // one of each administrator, then of other people
		sum := sha256.Sum256([]byte(sessionToken(n)))
		session(id(uid.Session, w.now, n), userID(n%w.organizations, n/w.organizations), sum[:], w.now, w.now, w.now.Add(7*24*time.Hour), "bench", "127.0.0.1")
	}
	w.sequence = make([]int64, w.organizations)

	partner := f.into("partners", "id, organization_id, name, name_key, domain, contact_email, website, description, country, terms_id, created_at")
	terms := f.into("terms", "id, partner_id, text, sha256, created_at")
	group := f.into("groups", "id, organization_id, name, name_key, default_role_set, created_at")
	member := f.into("group_members", "id, group_id, user_id, added_at")
	for n := range w.partners {
		at, name := w.partnerAt(n), partnerName(n)
		partner(partnerID(n), organizationID(at), name, strings.ToLower(name), host(at), "partners@"+host(at), "https://"+host(at),
			"We administer what others would rather not.", "US", termsID(n), w.start)
		terms(termsID(n), partnerID(n), termsText, termsSHA256, w.start)
		group(groupID(n), organizationID(at), "Admin agents", "admin agents", schematype.Roles(schematype.AllRoles...), w.start)
		for person := range people {
			member(id(uid.GroupMember, ancient, n*people+person), groupID(n), userID(at, person), w.start)
		}
	}
}

// relation is one delegation of the data: the k-th of an organization.
type relation struct{ organization, k int }

// delegations of an organization: thirty, or one or two, so that there are three on the average.
func delegationsOf(n int) int {
	switch r := n % crowdEvery; {
	case r == 0:
		return crowd
	case r <= 11:
		return 2
	default:
		return 1
	}
}

// partnerOf is another partner for each k.
func (s size) partnerOf(r relation) int { return (r.organization*7 + r.k) % s.partners }

func (r relation) live() bool { return (r.organization/3+r.k)%10 < 7 }

// delegations have their offer, and the events of their beginning and end, all in the order of time.
func (w *world) delegations(f *filler) {
	var all []relation
	for n := range w.organizations {
		for k := range delegationsOf(n) {
			all = append(all, relation{n, k})
		}
	}
	w.random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })

	offer := f.into("offers", "id, partner_id, sent_by_id, sent_by_name, customer_email, status, role_set, duration_days, message, terms_id, created_at, expires_at, sent_at, answered_at, answered_by_id, customer_id")
	delegation := f.into("delegations", "id, partner_id, customer_id, offer_id, accepted_by_id, status, role_set, activated_at, expires_at, terminated_at, terminated_by, termination_reason, version")
	role := f.into("delegation_roles", "delegation_id, role")
	assignment := f.into("access_assignments", "id, group_id, delegation_id, role_set, created_at")
	event := f.into("audit_events", "id, organization_id, sequence, at, action, result, actor_id, actor_name, actor_user_name, actor_organization_id, actor_organization_name, on_behalf, delegation_id, role, target_id, target, changes, request_id, previous_hash, hash")
	head := f.into("audit_heads", "id, sequence, hash")

	step := w.now.Add(-24*time.Hour).Sub(w.start) / time.Duration(len(all))
	hashes := make([][32]byte, w.organizations)
	events := 0
	record := func(r relation, at time.Time, action string, of uid.ID, changes string) {
		n := r.organization
		w.sequence[n]++
		events++
		previous := hashes[n]
		// Not the hash of the event's text, which nothing here reads: only as long, and as hard to compress.
		hashes[n] = sha256.Sum256(append(previous[:], of...))
		event(id(uid.AuditEvent, at, events), organizationID(n), w.sequence[n], at, action, "DONE", userID(n, 0), adminName(n), adminUserName(n),
			organizationID(n), organizationName(n), false, of, string(schematype.GlobalAdministrator), of, partnerName(w.partnerOf(r)), changes, "", previous[:], hashes[n][:])
	}
	for i, r := range all {
		at := w.start.Add(time.Duration(i) * step).Truncate(time.Microsecond)
		n, p := r.organization, w.partnerOf(r)
		granted := grants[(n+r.k)%len(grants)]
		offerID, delegationID := id(uid.Offer, at, i), id(uid.Delegation, at, i)
		sent := at.Add(-48 * time.Hour)
		offer(offerID, partnerID(p), userID(w.partnerAt(p), 0), adminName(w.partnerAt(p)), adminUserName(n), "ACCEPTED", granted, 730,
			"We would like to look after your users.", termsID(p), sent, sent.Add(30*24*time.Hour), sent, at, userID(n, 0), organizationID(n))
		status, end := schematype.DelegationActive, w.now.AddDate(0, 0, 60+(n+r.k)%600)
		var endedAt, endedBy, reason any
		if !r.live() {
			status, end = schematype.DelegationTerminated, at.AddDate(2, 0, 0)
			endedAt, endedBy, reason = at.Add(12*time.Hour), "CUSTOMER", "No longer needed."
		}
		delegation(delegationID, partnerID(p), organizationID(n), offerID, userID(n, 0), status, granted, at, end, endedAt, endedBy, reason, 1)
		for _, name := range granted.List() {
			role(delegationID, string(name))
		}
		assignment(id(uid.AccessAssignment, at, i), groupID(p), delegationID, granted, at)
		record(r, at, "offer.accept", delegationID, `[{"field":"delegatedAdministration","after":"yes"},{"field":"durationDays","before":"730","after":"730"}]`)
		if !r.live() {
			record(r, at.Add(12*time.Hour), "delegation.delete", delegationID, `[{"field":"status","before":"ACTIVE","after":"TERMINATED"}]`)
		}
	}
	for n := range w.organizations {
		head(organizationID(n), w.sequence[n], hashes[n][:])
	}
}

// pendingOffers wait for the administrators of organizations. Each organization that is not crowded gets at most one of
// a partner that it has no delegation with.
func (w *world) pendingOffers(f *filler) {
	offer := f.into("offers", "id, partner_id, sent_by_id, sent_by_name, customer_email, status, role_set, duration_days, message, terms_id, created_at, expires_at, sent_at")
	link := f.into("offer_links", "id, offer_id, token_hash, created_at")
	for n := range w.pending {
		p, customer := w.partnerOf(relation{n, crowd + 1}), n%w.organizations
		if w.partnerAt(p) == customer { // nobody administers themselves
			p = (p + 1) % w.partners
		}
		offer(pendingID(n), partnerID(p), userID(w.partnerAt(p), 0), adminName(w.partnerAt(p)), adminUserName(customer), "PENDING", grants[n%len(grants)], 365,
			"We would like to look after your users.", termsID(p), w.start, w.now.AddDate(1, 0, 0), w.start)
		raw, _ := base64.RawURLEncoding.DecodeString(linkToken(n))
		sum := sha256.Sum256(raw)
		link(id(uid.OfferLink, ancient, n), pendingID(n), sum[:], w.start)
	}
}
