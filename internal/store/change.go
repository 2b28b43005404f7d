package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"

	"entgo.io/ent/dialect"

	"delegatedadmin.example/ent/schema/uid"
)

// Change tells that something has changed, and of what: who wants to know more reads it.
type Change struct {
	// Kind is "delegation.added", "delegation.changed", "delegation.ended", "access.changed", "session.ended" or
	// "outbox.added". Access has changed for the person, for those in the group, or for everybody of the partner.
	Kind         string
	DelegationID uid.ID `json:",omitempty"`
	CustomerID   uid.ID `json:",omitempty"`
	PartnerID    uid.ID `json:",omitempty"`
	UserID       uid.ID `json:",omitempty"`
	SessionID    uid.ID `json:",omitempty"`
	GroupID      uid.ID `json:",omitempty"`
}

// channel is PostgreSQL's name for where changes are told.
const channel = "delegated_admin"

// behind is how many changes a subscriber may leave unread.
const behind = 64

// largest is the length of a text that PostgreSQL still sends.
const largest = 7999

// Publish tells the subscribers of every process about c, once the transaction has committed.
func (tx *Tx) Publish(c Change) { tx.changes = append(tx.changes, c) }

// notify hands the changes to PostgreSQL, which sends them when the transaction commits.
func (s *Store) notify(ctx context.Context, tx *Tx) error {
	for _, c := range tx.changes {
		text, err := json.Marshal(c)
		if err == nil && len(text) > largest {
			err = errors.New("too long")
		}
		if err == nil && s.dialect == dialect.Postgres {
			_, err = tx.ExecContext(uncounted(ctx), "SELECT pg_notify($1, $2)", channel, string(text))
		}
		if err != nil {
			return fmt.Errorf("publish a change: %w", err)
		}
	}
	return nil
}

// Subscribe returns the changes of every process that commit from now on. The channel is closed when ctx ends, when
// the store is closed, when the subscriber leaves more than 64 unread, and when the connection that brings the changes
// was lost: then the subscriber subscribes again and reads anew what it wants to know. While there is no connection
// Subscribe waits for one, so that nothing that commits after it has returned is missed.
func (s *Store) Subscribe(ctx context.Context) <-chan Change { return s.hub.subscribe(ctx) }

// hub hands changes on to the subscribers of this process.
type hub struct {
	start func() // begins to bring changes, at the first subscriber
	once  sync.Once

	mu          sync.Mutex
	subscribers map[chan Change]func() bool
	ready       chan struct{} // closed while changes come
	up          bool
	ended       bool
}

func newHub() *hub {
	ready := make(chan struct{})
	close(ready)
	return &hub{subscribers: map[chan Change]func() bool{}, ready: ready, up: true}
}

func (h *hub) subscribe(ctx context.Context) <-chan Change {
	if h.start != nil {
		h.once.Do(h.start)
	}
	ch := make(chan Change, behind)
	for {
		h.mu.Lock()
		if h.ended || ctx.Err() != nil {
			h.mu.Unlock()
			close(ch)
			return ch
		}
		if h.up {
			h.subscribers[ch] = context.AfterFunc(ctx, func() {
				h.mu.Lock()
				defer h.mu.Unlock()
				h.drop(ch)
			})
			h.mu.Unlock()
			return ch
		}
		ready := h.ready
		h.mu.Unlock()
		select {
		case <-ready:
		case <-ctx.Done():
		}
	}
}

// drop needs the lock.
func (h *hub) drop(ch chan Change) {
	if stop, ok := h.subscribers[ch]; ok {
		delete(h.subscribers, ch)
		stop()
		close(ch)
	}
}

func (h *hub) publish(changes ...Change) {
	if len(changes) == 0 {
		return
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	for ch := range h.subscribers {
		for _, c := range changes {
			select {
			case ch <- c:
				continue
			default:
				h.drop(ch)
			}
			break
		}
	}
}

// lost closes every channel; who subscribes waits until back is called.
func (h *hub) lost() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.up && !h.ended {
		h.up, h.ready = false, make(chan struct{})
	}
	for ch := range h.subscribers {
		h.drop(ch)
	}
}

func (h *hub) back() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if !h.up {
		h.up = true
		close(h.ready)
	}
}

func (h *hub) shut() {
	h.mu.Lock()
	h.ended = true
	h.mu.Unlock()
	h.lost()
	h.back()
}
