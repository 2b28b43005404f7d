//go:build !heavy

package proof

// The sizes of the experiments in the test command.
const (
	revokedDelegations = 300 // on each database
	crashes            = 50  // on each database
)
