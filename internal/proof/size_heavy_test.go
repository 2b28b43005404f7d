//go:build heavy

package proof

// The sizes of the experiments when there is time.
const (
	revokedDelegations = 2000 // on each database
	crashes            = 500  // on each database
)
