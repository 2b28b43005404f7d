package identity

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"errors"
	"fmt"
	"strings"
	"time"

	"delegatedadmin.example/ent"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/ent/user"
	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// crockford writes codes as Douglas Crockford's base 32 has it: no letter is taken for a digit.
var crockford = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding)

// readCode is how people may write a code: what looks alike is the same.
var readCode = strings.NewReplacer("-", "", " ", "", "O", "0", "I", "1", "L", "1")

// errWrongCode is the answer to every code that can't be used, whatever the reason is.
var errWrongCode = apperr.New(apperr.WrongCredentials, "The user name or the code is wrong, or the code is too old. Ask an administrator for a new one.")

// NewPasswordCode makes a code of 80 random bits with which a person chooses a password, once and within an hour. Links
// and codes made for them before stop working. Who may have it is for the caller to decide.
func NewPasswordCode(ctx context.Context, tx *store.Tx, userID uid.ID) (code string, expires time.Time, err error) {
	raw := make([]byte, 10)
	_, _ = rand.Read(raw) // never fails: the process ends where there is no randomness
	code, expires = crockford.EncodeToString(raw), tx.Now.Add(CodeTime)
	err = keepLink(ctx, tx, &ent.SignInLink{UserID: userID, TokenHash: hashCode(userID, code), ExpiresAt: expires})
	return strings.Join([]string{code[:4], code[4:8], code[8:12], code[12:]}, "-"), expires, err
}

// hashCode is what is kept of a code. It holds for one person alone, and never is the hash of a link's token.
func hashCode(userID uid.ID, code string) []byte {
	sum := sha256.Sum256([]byte("code\x00" + string(userID) + "\x00" + readCode.Replace(strings.ToUpper(code))))
	return sum[:]
}

// RedeemPasswordCode sets the password of the person for whom a code was made, ends all their sessions, and signs them
// in. Anyone may call it. INVALID for a password that can't be chosen; an unknown person, a wrong, used or old code and a
// disabled account all come back as WRONG_CREDENTIALS, after the same work; RATE_LIMITED as for SignIn.
func (s *Service) RedeemPasswordCode(ctx context.Context, userName, code, password string) (viewer.Viewer, error) {
	if err := s.newPassword(password); err != nil {
		return viewer.Anonymous, err
	}
	a, err := s.beginAttempt(ctx, userName)
	if err != nil {
		return viewer.Anonymous, err
	}
	u, err := s.store.Ent().User.Query().Where(user.UserName(a.userName)).WithOrganization().Only(asSystem(ctx))
	if err != nil && !ent.IsNotFound(err) {
		return viewer.Anonymous, fmt.Errorf("look for the person: %w", err)
	}
	hash, err := hashPassword(ctx, password)
	if err != nil {
		return viewer.Anonymous, err
	}
	var of uid.ID
	if u != nil {
		of = u.ID
	}
	link, err := s.unusedLink(ctx, hashCode(of, code))
	if err != nil {
		return viewer.Anonymous, err
	}
	v := viewer.Anonymous
	err = errWrong
	if link != nil {
		v, err = s.redeem(ctx, link, hash, a.forgive)
	}
	if errors.Is(err, errWrong) {
		if err = s.refuse(ctx, a, u); errors.Is(err, errWrong) {
			err = errWrongCode
		}
	}
	return v, err
}
