package audit

import (
	"bufio"
	"bytes"
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"time"

	"delegatedadmin.example/ent/audithead"
	"delegatedadmin.example/ent/schema/uid"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

// Checkpoint says where the chain of an organization stood. It is signed as JSON without the signature, a line of a
// file outside of the database; the names of the fields are promised.
type Checkpoint struct {
	At             time.Time `json:"at"`
	Hash           string    `json:"hash"` // of the last event, in hexadecimal
	OrganizationID uid.ID    `json:"organizationId"`
	PublicKey      []byte    `json:"publicKey"`
	Sequence       int64     `json:"sequence"`
	Signature      []byte    `json:"signature,omitempty"`
}

// text is what is signed.
func (c Checkpoint) text() []byte {
	c.Signature = nil
	text, err := json.Marshal(c) // the fields stand in alphabetical order
	if err != nil {
		panic(err) // only a time beyond the year 9999 could not be written
	}
	return append([]byte("delegated-admin checkpoint\n"), text...)
}

// Checkpoints are the lines of a file.
type Checkpoints struct {
	Unread int // lines that say nothing, such as one that was cut off while it was written
	lines  []Checkpoint
	torn   bool // the last line has no end
}

// ReadCheckpoints reads a file; one that is not there is empty.
func ReadCheckpoints(file string) (*Checkpoints, error) {
	c := &Checkpoints{}
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the checkpoints: %w", err)
	}
	defer func() { _ = f.Close() }()
	for lines := bufio.NewScanner(f); ; {
		if !lines.Scan() {
			if err := lines.Err(); err != nil {
				return nil, fmt.Errorf("read the checkpoints: %w", err)
			}
			break
		}
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		var line Checkpoint
		if json.Unmarshal(lines.Bytes(), &line) != nil {
			c.Unread++
			continue
		}
		c.lines = append(c.lines, line)
	}
	var end [1]byte
	if info, err := f.Stat(); err == nil && info.Size() > 0 {
		_, err = f.ReadAt(end[:], info.Size()-1)
		c.torn = err == nil && end[0] != '\n'
	}
	return c, nil
}

// Len is how many there are.
func (c *Checkpoints) Len() int {
	if c == nil {
		return 0
	}
	return len(c.lines)
}

// check gives the hashes that the lines tell, by organization and place, and says which lines this installation did not
// sign, or which contradict each other.
func (c *Checkpoints) check(ctx context.Context, st *store.Store) (signed map[uid.ID]map[int64][]byte, faults []error, err error) {
	signed = map[uid.ID]map[int64][]byte{}
	if c.Len() == 0 {
		return signed, nil, nil
	}
	key, err := ownKey(ctx, st)
	if err != nil {
		return nil, nil, err
	}
	public := key.Public().(ed25519.PublicKey)
	for _, line := range c.lines {
		wrong := func(why string) {
			faults = append(faults, fmt.Errorf("%w: the checkpoint of %s at event %d %s", ErrBroken, line.OrganizationID, line.Sequence, why))
		}
		hash, err := hex.DecodeString(line.Hash)
		switch known := signed[line.OrganizationID]; {
		case !bytes.Equal(line.PublicKey, public):
			wrong("is signed with another key than this installation's")
		case err != nil || !ed25519.Verify(public, line.text(), line.Signature):
			wrong("does not bear its signature")
		case known[line.Sequence] != nil && !bytes.Equal(known[line.Sequence], hash):
			wrong("contradicts an earlier one: the event was written anew")
		case known == nil:
			signed[line.OrganizationID] = map[int64][]byte{line.Sequence: hash}
		default:
			known[line.Sequence] = hash
		}
	}
	return signed, faults, nil
}

// ownKey is the key of the installation, as it stands in the database.
func ownKey(ctx context.Context, st *store.Store) (key ed25519.PrivateKey, err error) {
	err = st.WithTx(ctx, nil, func(ctx context.Context, tx *store.Tx) error {
		key, err = storedKey(ctx, tx)
		return err
	})
	return key, err
}

// checkpointEvery is how often the ends of the chains are signed: what was written since the last time can be cut off
// unseen.
const checkpointEvery = time.Minute

// Notary signs where the chains stand, now and then, into a file outside of the database. Several servers sign for
// themselves, each into its own file.
type Notary struct {
	store *store.Store
	file  string
	log   *slog.Logger
	key   ed25519.PrivateKey
	known map[uid.ID]Checkpoint // the last of each organization
	torn  bool
}

// NewNotary goes on with a file, or begins one. Without a name it does nothing.
func NewNotary(ctx context.Context, st *store.Store, file string, log *slog.Logger) (*Notary, error) {
	n := &Notary{store: st, file: file, log: log, known: map[uid.ID]Checkpoint{}}
	if file == "" {
		return n, nil
	}
	kept, err := ReadCheckpoints(file)
	if err != nil {
		return nil, err
	}
	for _, line := range kept.lines {
		if line.Sequence >= n.known[line.OrganizationID].Sequence {
			n.known[line.OrganizationID] = line
		}
	}
	n.torn = kept.torn
	if err := appendTo(file, nil); err != nil {
		return nil, fmt.Errorf("write checkpoints: %w", err)
	}
	n.key, err = ownKey(viewer.NewContext(ctx, viewer.System), st)
	return n, err
}

// Run signs at once, and then until ctx ends. Close signs once more when nothing is written any longer.
func (n *Notary) Run(ctx context.Context) {
	if n.file == "" {
		return
	}
	tick := time.NewTicker(checkpointEvery)
	defer tick.Stop()
	for {
		if err := n.Sign(ctx); err != nil && ctx.Err() == nil {
			n.log.ErrorContext(ctx, "the audit log was not signed", "file", n.file, "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// Close signs for the last time.
func (n *Notary) Close() {
	if err := n.Sign(context.Background()); err != nil {
		n.log.Error("the audit log was not signed", "file", n.file, "error", err)
	}
}

// Sign adds a line for each chain that went on since the last time. It tells the log of one that went back.
func (n *Notary) Sign(ctx context.Context) error {
	if n.file == "" {
		return nil
	}
	ctx = viewer.NewContext(ctx, viewer.System)
	now, err := n.store.Now(ctx)
	if err != nil {
		return err
	}
	heads, err := n.store.Ent().AuditHead.Query().Where(audithead.SequenceGT(0)).Order(audithead.ByID()).All(ctx)
	if err != nil {
		return fmt.Errorf("read the ends of the audit chains: %w", err)
	}
	var text []byte
	var signed []Checkpoint
	if n.torn {
		text = append(text, '\n')
	}
	for _, head := range heads {
		c := Checkpoint{
			At: now.UTC(), Hash: hex.EncodeToString(head.Hash), OrganizationID: head.ID,
			PublicKey: n.key.Public().(ed25519.PublicKey), Sequence: head.Sequence,
		}
		last := n.known[head.ID]
		if last.Hash == c.Hash {
			continue
		}
		if last.Sequence >= c.Sequence {
			n.log.ErrorContext(ctx, "an audit log is not what was signed before: verify it", "organization", head.ID, "signed", last.Sequence, "found", c.Sequence)
			continue
		}
		c.Signature = ed25519.Sign(n.key, c.text())
		line, err := json.Marshal(c)
		if err != nil {
			return fmt.Errorf("write a checkpoint: %w", err)
		}
		text, signed = append(append(text, line...), '\n'), append(signed, c)
	}
	if len(signed) == 0 {
		return nil
	}
	if err := appendTo(n.file, text); err != nil {
		return fmt.Errorf("write checkpoints: %w", err)
	}
	n.torn = false
	for _, c := range signed {
		n.known[c.OrganizationID] = c
	}
	return nil
}

// appendTo opens the file each time, so that it can be rotated, and waits for the disk.
func appendTo(file string, text []byte) (err error) {
	f, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if _, err := f.Write(text); err != nil {
		return err
	}
	return f.Sync()
}
