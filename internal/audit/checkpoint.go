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
	"maps"
	"os"
	"time"

	"delegatedadmin.example/ent"
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
}

// ReadCheckpoints reads a file; one that is not there is empty.
func ReadCheckpoints(file string) (*Checkpoints, error) {
	c := &Checkpoints{}
	var err error
	c.Unread, _, err = eachCheckpoint(file, func(line Checkpoint) { c.lines = append(c.lines, line) })
	return c, err
}

// eachCheckpoint reads a file line by line, and tells whether the last line is torn: it has no end.
func eachCheckpoint(file string, read func(Checkpoint)) (unread int, torn bool, err error) {
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, false, nil
	}
	if err != nil {
		return 0, false, fmt.Errorf("read the checkpoints: %w", err)
	}
	defer func() { _ = f.Close() }()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		var line Checkpoint
		if json.Unmarshal(lines.Bytes(), &line) != nil {
			unread++
			continue
		}
		read(line)
	}
	if err := lines.Err(); err != nil {
		return 0, false, fmt.Errorf("read the checkpoints: %w", err)
	}
	var end [1]byte
	if info, err := f.Stat(); err == nil && info.Size() > 0 {
		_, err = f.ReadAt(end[:], info.Size()-1)
		torn = err == nil && end[0] != '\n'
	}
	return unread, torn, nil
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
	known map[uid.ID]place // of the last checkpoint of each organization
	torn  bool
}

// place is where a chain stood. There is one for each organization, so it is kept small.
type place struct {
	sequence int64
	hash     string // as bytes
}

// NewNotary goes on with a file, or begins one. Without a name it does nothing.
func NewNotary(ctx context.Context, st *store.Store, file string, log *slog.Logger) (*Notary, error) {
	n := &Notary{store: st, file: file, log: log, known: map[uid.ID]place{}}
	if file == "" {
		return n, nil
	}
	var err error
	_, n.torn, err = eachCheckpoint(file, func(line Checkpoint) {
		if line.Sequence >= n.known[line.OrganizationID].sequence {
			hash, _ := hex.DecodeString(line.Hash) // what is no hash equals none: it is signed anew, or reported
			n.known[line.OrganizationID] = place{line.Sequence, string(hash)}
		}
	})
	if err != nil {
		return nil, err
	}
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

// chainsAtOnce is how many chains are read and signed at once: an installation may have more than fit into memory.
const chainsAtOnce = 1000

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
	for after := uid.ID(""); ; {
		heads, err := n.store.Ent().AuditHead.Query().Where(audithead.IDGT(after), audithead.SequenceGT(0)).
			Order(audithead.ByID()).Limit(chainsAtOnce).All(ctx)
		if err != nil {
			return fmt.Errorf("read the ends of the audit chains: %w", err)
		}
		if err := n.sign(ctx, heads, now.UTC()); err != nil {
			return err
		}
		if len(heads) < chainsAtOnce {
			return nil
		}
		after = heads[len(heads)-1].ID
	}
}

func (n *Notary) sign(ctx context.Context, heads []*ent.AuditHead, now time.Time) error {
	var text []byte
	signed := map[uid.ID]place{}
	if n.torn {
		text = append(text, '\n')
	}
	for _, head := range heads {
		last, found := n.known[head.ID], place{head.Sequence, string(head.Hash)}
		if last.hash == found.hash {
			continue
		}
		if last.sequence >= found.sequence {
			n.log.ErrorContext(ctx, "an audit log is not what was signed before: verify it", "organization", head.ID, "signed", last.sequence, "found", found.sequence)
			continue
		}
		c := Checkpoint{
			At: now, Hash: hex.EncodeToString(head.Hash), OrganizationID: head.ID,
			PublicKey: n.key.Public().(ed25519.PublicKey), Sequence: head.Sequence,
		}
		c.Signature = ed25519.Sign(n.key, c.text())
		line, err := json.Marshal(c)
		if err != nil {
			return fmt.Errorf("write a checkpoint: %w", err)
		}
		text = append(append(text, line...), '\n')
		signed[head.ID] = found
	}
	if len(signed) == 0 {
		return nil
	}
	if err := appendTo(n.file, text); err != nil {
		return fmt.Errorf("write checkpoints: %w", err)
	}
	n.torn = false
	maps.Copy(n.known, signed)
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
