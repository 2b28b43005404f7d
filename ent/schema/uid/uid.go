// Package uid is the one type of every object's id: a prefix that tells the kind and a UUIDv7 (RFC 9562), such as
// "dlg_0197c2a4b0f07d0e8f3a5b6c7d8e9f00". Ids sort by the moment they were made and look the same in both databases.
package uid

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/google/uuid"
)

// ID identifies one object for good.
type ID string

// The prefixes, one for each kind of object.
const (
	AccessAssignment = "asg"
	AuditEvent       = "aud"
	AuditMention     = "mnt"
	Delegation       = "dlg"
	DigestLink       = "dgl"
	Domain           = "dom"
	Group            = "grp"
	GroupMember      = "gmb"
	Inquiry          = "inq"
	License          = "lic"
	MailboxMessage   = "mbx"
	Offer            = "ofr"
	OfferLink        = "lnk"
	OfferReport      = "rpt"
	Organization     = "org"
	OutboxMessage    = "msg"
	Partner          = "ptn"
	Pin              = "pin"
	Product          = "prd"
	Receipt          = "rcp"
	Session          = "ses"
	SignInFailure    = "sif"
	SignInLink       = "sil"
	SigningKey       = "key"
	Subscription     = "sub"
	Terms            = "trm"
	User             = "usr"
	UserWord         = "wrd"
)

// ErrMalformed is returned for a text that can't be an id.
var ErrMalformed = errors.New("malformed id")

const hexLen = 32

// New makes an id of the kind that prefix tells. It panics when the system has no randomness.
func New(prefix string) ID {
	u := uuid.Must(uuid.NewV7())
	return ID(prefix + "_" + hex.EncodeToString(u[:]))
}

// Parse checks that text has the form of an id, or returns ErrMalformed.
func Parse(text string) (ID, error) {
	id := ID(text)
	if id.Prefix() == "" {
		return "", ErrMalformed
	}
	return id, nil
}

// Prefix tells the kind; empty when id does not have the form of an id.
func (id ID) Prefix() string {
	i := len(id) - hexLen - 1
	if i != 3 || id[i] != '_' {
		return ""
	}
	for _, c := range []byte(id[i+1:]) {
		if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return ""
		}
	}
	return string(id[:i])
}

// MarshalGQL writes the id as a GraphQL string.
func (id ID) MarshalGQL(w io.Writer) {
	_, _ = io.WriteString(w, strconv.Quote(string(id)))
}

// UnmarshalGQL takes any string: one that can't be an id names nothing, which is for the reader of the object to say.
func (id *ID) UnmarshalGQL(v any) error {
	switch v := v.(type) {
	case string:
		*id = ID(v)
	case ID:
		*id = v
	default:
		return fmt.Errorf("an id is a string, not %T", v)
	}
	return nil
}
