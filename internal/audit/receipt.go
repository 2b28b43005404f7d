package audit

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"time"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/schematype"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/signingkey"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// Statement is what a receipt says about a delegation. It is signed as JSON; the names of the fields are promised.
type Statement struct {
	Action       string            `json:"action"`
	At           time.Time         `json:"at"`
	Customer     Party             `json:"customer"`
	DelegationID uid.ID            `json:"delegationId"`
	ExpiresAt    time.Time         `json:"expiresAt"`
	OfferID      uid.ID            `json:"offerId"`
	Partner      Party             `json:"partner"`
	Person       Party             `json:"person"`
	Reason       string            `json:"reason,omitempty"`
	ReceiptID    uid.ID            `json:"receiptId"`
	Roles        []schematype.Role `json:"roles"`
	TermsSHA256  string            `json:"termsSha256"`
}

// Party is somebody in a receipt, by the name of that moment.
type Party struct {
	ID   uid.ID `json:"id"`
	Name string `json:"name"`
}

// PersonOf is v as a receipt names them.
func PersonOf(v viewer.Viewer) Party { return Party{ID: v.UserID, Name: v.DisplayName} }

// Sign keeps a signed receipt of s, in the transaction of what it records.
func Sign(ctx context.Context, tx *store.Tx, s Statement) (*ent.Receipt, error) {
	key, err := signingKey(ctx, tx)
	if err != nil {
		return nil, err
	}
	s.ReceiptID, s.At = uid.New(uid.Receipt), tx.Now
	body, err := json.Marshal(s) // the fields stand in alphabetical order
	if err != nil {
		return nil, fmt.Errorf("write the receipt: %w", err)
	}
	receipt, err := tx.Receipt.Create().
		SetID(s.ReceiptID).SetDelegationID(s.DelegationID).SetCustomerID(s.Customer.ID).SetPartnerID(s.Partner.ID).
		SetAction(s.Action).SetAt(s.At).SetBody(string(body)).
		SetSignature(ed25519.Sign(key, body)).SetPublicKey(key.Public().(ed25519.PublicKey)).
		Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("keep the receipt: %w", err)
	}
	return receipt, nil
}

type keyOfReceipts struct{}

// firstKey is the id of the key that an installation makes: always the same, so that two processes that are at it at
// the same moment make one.
const firstKey = uid.ID(uid.SigningKey + "_00000000000000000000000000000000")

// signingKey is storedKey, which never changes, so it is read once.
func signingKey(ctx context.Context, tx *store.Tx) (ed25519.PrivateKey, error) {
	if key, ok := tx.Remembered(keyOfReceipts{}); ok {
		return key.(ed25519.PrivateKey), nil
	}
	key, err := storedKey(ctx, tx)
	if err == nil {
		tx.Remember(keyOfReceipts{}, key)
	}
	return key, err
}

// storedKey is the installation's oldest key; whoever needs it first makes it.
func storedKey(ctx context.Context, tx *store.Tx) (ed25519.PrivateKey, error) {
	row, err := tx.SigningKey.Query().Order(signingkey.ByID()).First(ctx)
	if ent.IsNotFound(err) {
		seed := make([]byte, ed25519.SeedSize)
		_, _ = rand.Read(seed) // never fails
		_, err = tx.ExecContext(ctx, "INSERT INTO signing_keys (id, seed, created_at) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING", firstKey, seed, tx.Now)
		if err == nil {
			row, err = tx.SigningKey.Query().Order(signingkey.ByID()).First(ctx)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("read the signing key: %w", err)
	}
	return ed25519.NewKeyFromSeed(row.Seed), nil
}
