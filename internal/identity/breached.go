package identity

import (
	"bytes"
	"crypto/sha1" //nolint:gosec // the published lists are of SHA-1; nothing is protected by it here
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
)

// Breached is a list of passwords that were found in breaches, which nobody may choose: a file of SHA-1 hashes in
// hexadecimal, one a line and in order, each perhaps followed by a colon and how often it was found, as Pwned Passwords are
// published. It may be of any size: a password is looked for by halves, and nothing of the file is kept.
type Breached struct {
	file io.ReaderAt
	size int64
}

const (
	digits  = 2 * sha1.Size // of a hash
	longest = 128           // bytes of a line with its end
)

// OpenBreached opens such a list. It stays open for as long as the process runs.
func OpenBreached(path string) (*Breached, error) {
	file, err := os.Open(path) //nolint:gosec // whoever runs the server names it
	if err != nil {
		return nil, err
	}
	info, err := file.Stat()
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	b := &Breached{file, info.Size()}
	if err := b.check(); err != nil {
		return nil, errors.Join(fmt.Errorf("%s %w", path, err), file.Close())
	}
	return b, nil
}

// check looks at a few lines from all over the file.
func (b *Breached) check() error {
	const samples = 64
	var before []byte
	for i := range int64(samples) {
		start, hash, _, err := b.line(b.size / samples * i)
		switch {
		case err == nil && start >= b.size && i > 0:
			continue
		case err != nil || len(hash) == 0:
			return errors.New("is not a list of SHA-1 hashes in hexadecimal, one a line")
		case bytes.Compare(hash, before) < 0:
			return errors.New("is not ordered by the hashes: sort it")
		}
		before = slices.Clone(hash)
	}
	return nil
}

// line is the first line that begins at a place of the file or after it: where it begins, its hash in upper case, and where
// the next begins. Past the last line it begins where the file ends.
func (b *Breached) line(at int64) (start int64, hash []byte, next int64, err error) {
	start = at
	buffer := make([]byte, 2*longest)
	if at > 0 { // what is before may be the end of another line
		start--
	}
	n, err := b.file.ReadAt(buffer, start)
	if err != nil && !errors.Is(err, io.EOF) {
		return 0, nil, 0, fmt.Errorf("read the list of breached passwords: %w", err)
	}
	text := buffer[:n]
	if at > 0 {
		end := bytes.IndexByte(text, '\n')
		if end < 0 {
			if start+int64(n) < b.size {
				return 0, nil, 0, errors.New("the list of breached passwords has a line that is too long")
			}
			return b.size, nil, b.size, nil
		}
		start, text = start+int64(end)+1, text[end+1:]
	}
	if len(text) == 0 {
		return b.size, nil, b.size, nil
	}
	next = start + int64(len(text))
	if end := bytes.IndexByte(text, '\n'); end >= 0 {
		text, next = text[:end], start+int64(end)+1
	}
	hash, _, _ = bytes.Cut(bytes.TrimSpace(text), []byte(":"))
	hash = bytes.ToUpper(hash)
	if _, err := hex.Decode(make([]byte, len(hash)), hash); err != nil || len(hash) != digits {
		return 0, nil, 0, errors.New("the list of breached passwords has a line that is no hash")
	}
	return start, hash, next, nil
}

// has tells whether a password is in the list, as it was written or in the one form of it that is hashed.
func (b *Breached) has(password string) (bool, error) {
	for _, form := range slices.Compact([]string{password, string(folded(password))}) {
		sum := sha1.Sum([]byte(form)) //nolint:gosec // see above
		if found, err := b.hasHash(bytes.ToUpper([]byte(hex.EncodeToString(sum[:])))); found || err != nil {
			return found, err
		}
	}
	return false, nil
}

func (b *Breached) hasHash(want []byte) (bool, error) {
	// A line of that hash, if there is one, begins at low or after it, and before high.
	low, high := int64(0), b.size
	for low < high {
		middle := low + (high-low)/2
		start, hash, next, err := b.line(middle)
		if err != nil {
			return false, err
		}
		switch order := bytes.Compare(hash, want); {
		case start >= high || order > 0:
			high = middle
		case order < 0:
			low = next
		default:
			return true, nil
		}
	}
	return false, nil
}
