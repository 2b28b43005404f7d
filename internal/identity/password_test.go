package identity

import (
	"context"
	"strings"
	"testing"

	"delegatedadmin.example/internal/apperr"
)

func TestHashPassword_FitsItsPasswordAlone(t *testing.T) {
	t.Parallel()
	hash, err := HashPassword("correct horse battery")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(hash, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Errorf("the hash is %q", hash)
	}
	if !CheckPassword(hash, "correct horse battery") {
		t.Error("the password does not fit its hash")
	}
	for _, wrong := range []string{"", "correct horse batterz", "Correct horse battery", "correct horse battery ", "correct horse battery\x00"} {
		if CheckPassword(hash, wrong) {
			t.Errorf("%q fits as well", wrong)
		}
	}
	other, err := HashPassword("correct horse battery")
	if err != nil || other == hash {
		t.Errorf("the same password gives the same hash twice (%v)", err)
	}
}

func TestCheckPassword_TakesOnePasswordInBothUnicodeForms(t *testing.T) {
	t.Parallel()
	hash, err := HashPassword("schlüssel-zum-haus")
	if err != nil {
		t.Fatal(err)
	}
	if !CheckPassword(hash, "schlu\u0308ssel-zum-haus") {
		t.Error("the decomposed form does not fit")
	}
}

func TestCheckPassword_FitsNothingForABrokenHash(t *testing.T) {
	t.Parallel()
	good, err := HashPassword("correct horse battery")
	if err != nil {
		t.Fatal(err)
	}
	for _, hash := range []string{
		"", "plain", "$argon2id$", good[:len(good)-1] + "!", strings.Replace(good, "argon2id", "argon2i", 1),
		strings.Replace(good, "m=19456", "m=99999999", 1), strings.Replace(good, "t=2", "t=0", 1), strings.Replace(good, "p=1", "p=0", 1),
		strings.Replace(good, "v=19", "v=16", 1), nobodysHash,
	} {
		if CheckPassword(hash, "correct horse battery") || CheckPassword(hash, "") {
			t.Errorf("%q fits", hash)
		}
	}
}

func TestCheckPassword_GivesUpItsTurnWhenTheCallerIsGone(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for range cap(hashing) { // all turns are taken
		hashing <- struct{}{}
	}
	defer func() {
		for range cap(hashing) {
			<-hashing
		}
	}()
	if _, err := checkPassword(ctx, nobodysHash, "correct horse battery"); err == nil {
		t.Error("it hashed beyond the bound")
	}
}

func TestValidatePassword_CountsCharacters(t *testing.T) {
	t.Parallel()
	for password, ok := range map[string]bool{
		strings.Repeat("a", 11):  false,
		strings.Repeat("a", 12):  true,
		strings.Repeat("ü", 11):  false,
		strings.Repeat("ü", 12):  true,
		strings.Repeat("a", 200): true,
		strings.Repeat("a", 201): false,
		"invalid \xff\xfe UTF-8": false,
	} {
		if err := new(Service).ValidatePassword(password); (err == nil) != ok || err != nil && apperr.CodeOf(err) != apperr.Invalid {
			t.Errorf("%.20q (%d bytes): %v", password, len(password), err)
		}
	}
}
