package identity

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"runtime"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"

	"delegatedadmin.example/internal/apperr"
)

// The length of a password, in characters.
const (
	MinPassword = 12
	MaxPassword = 200
)

// What a hash costs: 19 MiB, twice over, as OWASP's password storage cheat sheet asks at least of Argon2id.
const (
	hashMemory  = 19 * 1024 // KiB
	hashPasses  = 2
	hashThreads = 1
	saltLen     = 16
	keyLen      = 32
)

// hashing bounds how many hashes are computed at once: each takes 19 MiB and a processor for some 30 ms.
var hashing = make(chan struct{}, max(1, runtime.GOMAXPROCS(0)))

// nobodysHash is compared with when there is no such person or no password, so that the answer takes as long.
var nobodysHash = phc(hashMemory, hashPasses, hashThreads, make([]byte, saltLen), make([]byte, keyLen))

// ValidatePassword returns INVALID for a password that can't be chosen: one of another length, or one that is in the list
// of those that were found in breaches, as NIST SP 800-63B and ASVS 6.2.12 ask. There are no rules about kinds of characters.
func (s *Service) ValidatePassword(password string) error {
	n := utf8.RuneCountInString(password)
	if !utf8.ValidString(password) || n < MinPassword || n > MaxPassword {
		return apperr.New(apperr.Invalid, "Choose a password of %d to %d characters.", MinPassword, MaxPassword)
	}
	if s.Breached == nil {
		return nil
	}
	known, err := s.Breached.has(password)
	if known {
		err = apperr.New(apperr.Invalid, "This password was found in a breach of some other service, so strangers may try it. Choose one that you use nowhere else.")
	}
	return err
}

// HashPassword hashes a password with Argon2id, in the PHC string form.
func HashPassword(password string) (string, error) {
	return hashPassword(context.Background(), password)
}

// HashPassword is the function of that name, for a caller who may not wait for a turn.
func (*Service) HashPassword(ctx context.Context, password string) (string, error) {
	return hashPassword(ctx, password)
}

func hashPassword(ctx context.Context, password string) (string, error) {
	salt := make([]byte, saltLen)
	if _, err := rand.Read(salt); err != nil {
		return "", fmt.Errorf("make a salt: %w", err)
	}
	release, err := hashSlot(ctx)
	if err != nil {
		return "", err
	}
	defer release()
	key := argon2.IDKey(folded(password), salt, hashPasses, hashMemory, hashThreads, keyLen)
	return phc(hashMemory, hashPasses, hashThreads, salt, key), nil
}

// CheckPassword tells whether password is the one that hash was made of.
func CheckPassword(hash, password string) bool {
	ok, _ := checkPassword(context.Background(), hash, password)
	return ok
}

// checkPassword also says when ctx ended before it was this caller's turn. An empty or broken hash fits no password,
// and takes as long to say so.
func checkPassword(ctx context.Context, hash, password string) (bool, error) {
	memory, passes, threads, salt, want, err := parsePHC(hash)
	known := err == nil
	if !known {
		memory, passes, threads, salt, want, _ = parsePHC(nobodysHash)
	}
	release, err := hashSlot(ctx)
	if err != nil {
		return false, err
	}
	defer release()
	key := argon2.IDKey(folded(password), salt, passes, memory, threads, uint32(len(want)))
	return subtle.ConstantTimeCompare(key, want) == 1 && known, nil
}

// folded makes one password of the ways in which keyboards write the same characters.
func folded(password string) []byte { return norm.NFC.Bytes([]byte(password)) }

func hashSlot(ctx context.Context) (release func(), err error) {
	select {
	case hashing <- struct{}{}:
		return func() { <-hashing }, nil
	case <-ctx.Done():
		return nil, fmt.Errorf("wait for a turn to hash a password: %w", ctx.Err())
	}
}

func phc(memory, passes uint32, threads uint8, salt, key []byte) string {
	b64 := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, memory, passes, threads, b64.EncodeToString(salt), b64.EncodeToString(key))
}

// parsePHC reads a hash, with bounds on what it may cost to compare with.
func parsePHC(hash string) (memory, passes uint32, threads uint8, salt, key []byte, err error) {
	fail := func(why string) (uint32, uint32, uint8, []byte, []byte, error) {
		return 0, 0, 0, nil, nil, fmt.Errorf("read a password hash: %s", why)
	}
	parts := strings.Split(hash, "$")
	if len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" || parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return fail("not Argon2id in PHC form")
	}
	if n, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &memory, &passes, &threads); err != nil || n != 3 {
		return fail("no parameters")
	}
	if memory < 8 || memory > 1<<20 || passes < 1 || passes > 64 || threads < 1 {
		return fail("parameters out of bounds")
	}
	if salt, err = base64.RawStdEncoding.DecodeString(parts[4]); err != nil || len(salt) < 8 {
		return fail("no salt")
	}
	if key, err = base64.RawStdEncoding.DecodeString(parts[5]); err != nil || len(key) < 16 || len(key) > 128 {
		return fail("no key")
	}
	return memory, passes, threads, salt, key, nil
}
