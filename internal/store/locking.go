//go:build !teeth

package store

// locking is off only in a build that a test makes to see that it notices.
const locking = true
