//go:build teeth

package store

const locking = false
