package main

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
)

// The floor is what a server of this kind costs at least, written plainly and by hand: net/http, prepared SQL, JSON
// appended to a slice; roles in a table of their own, as one would write them down first. It answers just what the load
// asks for, with the same checks of the session and of the rights, on the same data. It shares no code with the product.

const rolesTable = `CREATE TABLE delegation_roles (delegation_id text NOT NULL, role text NOT NULL, PRIMARY KEY (delegation_id, role)) WITHOUT ROWID`

type floor struct {
	postgres                              bool
	readers, writer                       *sql.DB
	session, list, offers, events, linked *sql.Stmt
	decision                              *sql.Stmt
}

// caller is who is signed in.
type caller struct {
	userID, name, userName         string
	organizationID, organization   string
	partnerID                      sql.NullString
	globalAdministrator, canReadIt bool
}

// open opens a database by its URL, as the server's --database has it. settings are of SQLite.
func open(url, settings string) (*sql.DB, error) {
	if file, ok := strings.CutPrefix(url, "sqlite:"); ok {
		return sql.Open("sqlite3", "file:"+file+"?"+settings)
	}
	return sql.Open("pgx", url)
}

// dialect is a statement as the database of the floor has it.
func (f *floor) dialect(query string) string {
	if !f.postgres {
		return query
	}
	query = strings.Replace(query, "group_concat(r.role)", "string_agg(r.role, ',')", 1)
	query = strings.Replace(query, "FROM audit_heads WHERE id = ?", "FROM audit_heads WHERE id = ? FOR UPDATE", 1)
	for n := 1; strings.Contains(query, "?"); n++ {
		query = strings.Replace(query, "?", "$"+strconv.Itoa(n), 1)
	}
	return query
}

// serveFloor serves the floor until the process is told to end.
func serveFloor(database, listen string) error {
	const settings = "_journal_mode=WAL&_synchronous=FULL&_busy_timeout=5000&_foreign_keys=on&_cache_size=-4000"
	f := &floor{postgres: !strings.HasPrefix(database, "sqlite:")}
	var err error
	if f.readers, err = open(database, settings+"&_query_only=true"); err != nil {
		return err
	}
	f.readers.SetMaxOpenConns(max(4, 2*runtime.GOMAXPROCS(0)))
	f.readers.SetMaxIdleConns(max(4, 2*runtime.GOMAXPROCS(0)))
	if f.writer, err = open(database, settings+"&_txlock=immediate&_stmt_cache_size=64"); err != nil {
		return err
	}
	writers := 1
	if f.postgres {
		writers = 16
	}
	f.writer.SetMaxOpenConns(writers)
	f.writer.SetMaxIdleConns(writers)
	for into, query := range map[**sql.Stmt]string{
		&f.session: `SELECT u.id, u.display_name, u.user_name, u.role_set, o.id, o.display_name, p.id
			FROM sessions s JOIN users u ON u.id = s.user_id JOIN organizations o ON o.id = u.organization_id
			LEFT JOIN partners p ON p.organization_id = o.id
			WHERE s.token_hash = ? AND s.revoked_at IS NULL AND s.expires_at > ? AND s.last_used_at > ? AND u.enabled AND o.suspended_at IS NULL`,
		&f.list: `SELECT d.id, d.status, d.expires_at, p.id, p.name, u.id, u.display_name,
			(SELECT group_concat(r.role) FROM delegation_roles r WHERE r.delegation_id = d.id)
			FROM delegations d JOIN partners p ON p.id = d.partner_id JOIN users u ON u.id = d.accepted_by_id
			WHERE d.customer_id = ? AND d.status IN ('ACTIVE', 'SUSPENDED') AND d.expires_at > ?
			ORDER BY d.activated_at DESC, d.id DESC LIMIT 21`,
		&f.offers: `SELECT f.id, f.status, f.customer_email, f.role_set, f.created_at, f.expires_at, p.id, p.name
			FROM offers f JOIN partners p ON p.id = f.partner_id
			WHERE f.partner_id = ? ORDER BY f.created_at DESC, f.id DESC LIMIT 21`,
		&f.events: `SELECT e.id, e.at, e.action, e.result, e.actor_name, e.actor_user_name, e.on_behalf, e.target, u.id
			FROM audit_events e LEFT JOIN users u ON u.id = e.actor_id AND u.organization_id = e.organization_id
			WHERE e.organization_id = ? ORDER BY e.at DESC, e.id DESC LIMIT 21`,
		&f.decision: `SELECT u.organization_id, d.id, r.role
			FROM users u JOIN organizations o ON o.id = u.organization_id JOIN partners p ON p.organization_id = u.organization_id
			JOIN delegations d ON d.partner_id = p.id AND d.customer_id = ? AND d.status IN ('ACTIVE', 'SUSPENDED') AND d.status = 'ACTIVE' AND d.expires_at > ?
			JOIN delegation_roles r ON r.delegation_id = d.id AND r.role IN ('GLOBAL_ADMINISTRATOR', 'USER_ADMINISTRATOR')
			JOIN group_members m ON m.user_id = u.id JOIN access_assignments a ON a.group_id = m.group_id AND a.delegation_id = d.id
			WHERE u.id = ? AND u.enabled AND o.suspended_at IS NULL AND (a.role_set & CASE r.role WHEN 'GLOBAL_ADMINISTRATOR' THEN 1 ELSE 4 END) <> 0 LIMIT 1`,
		&f.linked: `SELECT f.id, f.partner_id, f.customer_email, f.role_set, f.duration_days, t.sha256, p.name
			FROM offer_links l JOIN offers f ON f.id = l.offer_id JOIN terms t ON t.id = f.terms_id JOIN partners p ON p.id = f.partner_id
			WHERE l.token_hash = ?`,
	} {
		if *into, err = f.readers.Prepare(f.dialect(query)); err != nil { //nolint:noctx // at the start
			return err
		}
	}

	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "ok\n") })
	mux.HandleFunc("GET /delegated-admins", f.signedIn(f.serveList))
	mux.HandleFunc("GET /offers", f.signedIn(f.serveOffers))
	mux.HandleFunc("GET /audit-events", f.signedIn(f.serveEvents))
	mux.HandleFunc("POST /check", f.signedIn(f.serveDecision))
	mux.HandleFunc("POST /accept", f.signedIn(f.serveAccept))
	mux.HandleFunc("POST /delete", f.signedIn(f.serveDelete))
	listener, err := net.Listen("tcp", listen) //nolint:noctx // at the start
	if err != nil {
		return err
	}
	return http.Serve(listener, mux) //nolint:gosec // only this program calls it
}

var (
	errForbidden = errors.New("forbidden")
	errConflict  = errors.New("conflict")
)

// signedIn asks who is calling before h answers.
func (f *floor) signedIn(h func(ctx context.Context, c caller, body []byte) ([]byte, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		cookie, err := r.Cookie("delegated-admin")
		if err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		hash := sha256.Sum256([]byte(cookie.Value))
		now := time.Now().UTC()
		var c caller
		var roles schematype.RoleSet
		err = f.session.QueryRowContext(r.Context(), hash[:], now, now.Add(-8*time.Hour)).
			Scan(&c.userID, &c.name, &c.userName, &roles, &c.organizationID, &c.organization, &c.partnerID)
		if err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		c.globalAdministrator = roles.Has(schematype.GlobalAdministrator)
		c.canReadIt = c.globalAdministrator || roles.Has(schematype.GlobalReader)
		var body []byte
		if r.Method == http.MethodPost {
			if body, err = io.ReadAll(http.MaxBytesReader(w, r.Body, 64<<10)); err != nil {
				w.WriteHeader(http.StatusBadRequest)
				return
			}
		}
		answer, err := h(r.Context(), c, body)
		switch {
		case errors.Is(err, errForbidden):
			w.WriteHeader(http.StatusForbidden)
		case errors.Is(err, errConflict):
			w.WriteHeader(http.StatusConflict)
		case err != nil:
			http.Error(w, err.Error(), http.StatusInternalServerError)
		default:
			w.Header().Set("Content-Type", "application/json")
			w.Header().Set("Content-Length", strconv.Itoa(len(answer)))
			_, _ = w.Write(answer)
		}
	}
}

// appendText appends a JSON string.
func appendText(b []byte, key, value string) []byte {
	b = append(append(append(b, '"'), key...), `":`...)
	for i := range len(value) {
		if c := value[i]; c < ' ' || c == '"' || c == '\\' || c > '~' {
			quoted, _ := json.Marshal(value)
			return append(b, quoted...)
		}
	}
	return append(append(append(b, '"'), value...), '"')
}

func appendTime(b []byte, key string, t time.Time) []byte {
	b = append(append(append(b, '"'), key...), `":"`...)
	return append(t.UTC().AppendFormat(b, time.RFC3339Nano), '"')
}

// page appends up to twenty rows, and says whether there are more.
func page(rows *sql.Rows, row func(b []byte) ([]byte, error)) (b []byte, err error) {
	defer func() { err = errors.Join(err, rows.Close()) }()
	b = append(make([]byte, 0, 8<<10), `{"edges":[`...)
	n := 0
	for rows.Next() {
		if n++; n > 20 {
			break
		}
		if n > 1 {
			b = append(b, ',')
		}
		if b, err = row(append(b, `{"node":{`...)); err != nil {
			return nil, err
		}
		b = append(b, "}}"...)
	}
	b = append(b, `],"hasNextPage":`...)
	return append(strconv.AppendBool(b, n > 20), '}'), rows.Err()
}

func (f *floor) serveList(ctx context.Context, c caller, _ []byte) ([]byte, error) {
	if !c.canReadIt {
		return nil, errForbidden
	}
	rows, err := f.list.QueryContext(ctx, c.organizationID, time.Now().UTC())
	if err != nil {
		return nil, err
	}
	var id, status, partnerID, partner, personID, person, roles string
	var expires time.Time
	return page(rows, func(b []byte) ([]byte, error) {
		if err := rows.Scan(&id, &status, &expires, &partnerID, &partner, &personID, &person, &roles); err != nil {
			return nil, err
		}
		b = append(appendText(b, "id", id), ',')
		b = append(appendText(b, "status", status), ',')
		b = append(appendTime(b, "expiresAt", expires), `,"roles":[`...)
		for i, role := range strings.Split(roles, ",") {
			if i > 0 {
				b = append(b, ',')
			}
			b = append(append(append(b, '"'), role...), '"')
		}
		b = append(appendText(append(b, `],"partner":{`...), "id", partnerID), ',')
		b = append(appendText(b, "name", partner), `},"acceptedBy":{`...)
		b = append(appendText(b, "id", personID), ',')
		return append(appendText(b, "displayName", person), '}'), nil
	})
}

func (f *floor) serveOffers(ctx context.Context, c caller, _ []byte) ([]byte, error) {
	if !c.globalAdministrator || !c.partnerID.Valid {
		return nil, errForbidden
	}
	rows, err := f.offers.QueryContext(ctx, c.partnerID.String)
	if err != nil {
		return nil, err
	}
	var id, status, email, partnerID, partner string
	var roles schematype.RoleSet
	var created, expires time.Time
	now := time.Now()
	return page(rows, func(b []byte) ([]byte, error) {
		if err := rows.Scan(&id, &status, &email, &roles, &created, &expires, &partnerID, &partner); err != nil {
			return nil, err
		}
		if status == "PENDING" && expires.Before(now) {
			status = "EXPIRED"
		}
		b = append(appendText(b, "id", id), ',')
		b = append(appendText(b, "status", status), ',')
		b = append(appendText(b, "customerEmail", email), `,"requestedRoles":[`...)
		for i, role := range roles.List() {
			if i > 0 {
				b = append(b, ',')
			}
			b = append(append(append(b, '"'), role...), '"')
		}
		b = append(appendTime(append(b, "],"...), "createdAt", created), ',')
		b = append(appendTime(b, "expiresAt", expires), `,"partner":{`...)
		b = append(appendText(b, "id", partnerID), ',')
		return append(appendText(b, "name", partner), '}'), nil
	})
}

func (f *floor) serveEvents(ctx context.Context, c caller, _ []byte) ([]byte, error) {
	if !c.canReadIt {
		return nil, errForbidden
	}
	rows, err := f.events.QueryContext(ctx, c.organizationID)
	if err != nil {
		return nil, err
	}
	var id, action, result, actor, userName, target string
	var onBehalf bool
	var at time.Time
	var personID sql.NullString
	return page(rows, func(b []byte) ([]byte, error) {
		if err := rows.Scan(&id, &at, &action, &result, &actor, &userName, &onBehalf, &target, &personID); err != nil {
			return nil, err
		}
		b = append(appendText(b, "id", id), ',')
		b = append(appendTime(b, "at", at), ',')
		b = append(appendText(b, "action", action), ',')
		b = append(appendText(b, "result", result), ',')
		b = append(appendText(b, "target", target), `,"actor":{`...)
		b = append(appendText(b, "displayName", actor), ',')
		b = append(appendText(b, "userName", userName), `,"onBehalf":`...)
		b = append(strconv.AppendBool(b, onBehalf), `,"user":{`...)
		return append(appendText(b, "id", personID.String), "}}"...), nil
	})
}

func (f *floor) serveDecision(ctx context.Context, c caller, body []byte) ([]byte, error) {
	var in struct{ UserID, OrganizationID string }
	if err := json.Unmarshal(body, &in); err != nil {
		return nil, err
	}
	var organization, delegation, role string
	err := f.decision.QueryRowContext(ctx, in.OrganizationID, time.Now().UTC(), in.UserID).Scan(&organization, &delegation, &role)
	allowed := err == nil && organization == c.organizationID
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return nil, err
	}
	b := append(strconv.AppendBool([]byte(`{"allowed":`), allowed), ',')
	b = append(appendText(b, "delegation", delegation), ',')
	return append(appendText(b, "role", role), '}'), nil
}

func (f *floor) serveAccept(ctx context.Context, c caller, body []byte) ([]byte, error) {
	var in struct{ Token, TermsSHA256 string }
	if err := json.Unmarshal(body, &in); err != nil {
		return nil, err
	}
	raw, err := base64.RawURLEncoding.DecodeString(in.Token)
	if err != nil {
		return nil, err
	}
	hash := sha256.Sum256(raw)
	var offerID, partnerID, email, terms, partner string
	var roles schematype.RoleSet
	var days int
	err = f.linked.QueryRowContext(ctx, hash[:]).Scan(&offerID, &partnerID, &email, &roles, &days, &terms, &partner)
	if err != nil {
		return nil, err
	}
	if !c.globalAdministrator || terms != in.TermsSHA256 {
		return nil, errForbidden
	}
	id := string(uid.New(uid.Delegation))
	err = f.change(ctx, c, "offer.accept", id, partner, func(tx *sql.Tx, now time.Time) error {
		var owner string
		_, domain, _ := strings.Cut(email, "@")
		err := tx.QueryRowContext(ctx, f.dialect("SELECT organization_id FROM domains WHERE name = ? AND verified_at IS NOT NULL"), domain).Scan(&owner)
		if err != nil {
			return err
		}
		if owner != c.organizationID {
			return errForbidden
		}
		err = one(tx.ExecContext(ctx, f.dialect(`UPDATE offers SET status = 'ACCEPTED', answered_at = ?, answered_by_id = ?, customer_id = ?
			WHERE id = ? AND status = 'PENDING' AND expires_at > ?`), now, c.userID, c.organizationID, offerID, now))
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, f.dialect(`INSERT INTO delegations (id, partner_id, customer_id, offer_id, accepted_by_id, role_set, activated_at, expires_at)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?)`), id, partnerID, c.organizationID, offerID, c.userID, roles, now, now.AddDate(0, 0, days))
		if err != nil {
			return err
		}
		for _, role := range roles.List() {
			if _, err := tx.ExecContext(ctx, f.dialect("INSERT INTO delegation_roles VALUES (?, ?)"), id, string(role)); err != nil {
				return err
			}
		}
		return nil
	})
	return append(appendText([]byte{'{'}, "id", id), '}'), err
}

func (f *floor) serveDelete(ctx context.Context, c caller, body []byte) ([]byte, error) {
	var in struct{ ID string }
	if err := json.Unmarshal(body, &in); err != nil {
		return nil, err
	}
	if !c.globalAdministrator {
		return nil, errForbidden
	}
	err := f.change(ctx, c, "delegation.delete", in.ID, "", func(tx *sql.Tx, now time.Time) error {
		return one(tx.ExecContext(ctx, f.dialect(`UPDATE delegations SET status = 'TERMINATED', terminated_at = ?, terminated_by = 'CUSTOMER', version = version + 1
			WHERE id = ? AND customer_id = ? AND status IN ('ACTIVE', 'SUSPENDED')`), now, in.ID, c.organizationID))
	})
	return append(appendText([]byte{'{'}, "id", in.ID), '}'), err
}

// one makes sure that one row was changed.
func one(result sql.Result, err error) error {
	if err != nil {
		return err
	}
	if n, _ := result.RowsAffected(); n != 1 {
		return errConflict
	}
	return nil
}

// change does what act does and records it, in one durable transaction.
func (f *floor) change(ctx context.Context, c caller, action, delegationID, target string, act func(tx *sql.Tx, now time.Time) error) (err error) {
	tx, err := f.writer.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = tx.Rollback()
		}
	}()
	now := time.Now().UTC().Truncate(time.Microsecond)
	if err := act(tx, now); err != nil {
		return err
	}
	var sequence int64
	var previous []byte
	if err := tx.QueryRowContext(ctx, f.dialect("SELECT sequence, hash FROM audit_heads WHERE id = ?"), c.organizationID).Scan(&sequence, &previous); err != nil {
		return err
	}
	id := string(uid.New(uid.AuditEvent))
	text := strings.Join([]string{id, now.Format(time.RFC3339Nano), action, c.userID, delegationID, hex.EncodeToString(previous)}, "\n")
	hash := sha256.Sum256([]byte(text))
	_, err = tx.ExecContext(ctx, f.dialect(`INSERT INTO audit_events (id, organization_id, sequence, at, action, result, actor_id, actor_name, actor_user_name,
		actor_organization_id, actor_organization_name, delegation_id, target_id, target, previous_hash, hash)
		VALUES (?, ?, ?, ?, ?, 'DONE', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`), id, c.organizationID, sequence+1, now, action, c.userID, c.name, c.userName,
		c.organizationID, c.organization, delegationID, delegationID, target, slices.Clone(previous), hash[:])
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, f.dialect("UPDATE audit_heads SET sequence = ?, hash = ? WHERE id = ?"), sequence+1, hash[:], c.organizationID)
	if err != nil {
		return err
	}
	return tx.Commit()
}
