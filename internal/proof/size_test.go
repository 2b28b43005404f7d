//go:build !heavy

package proof

// The sizes of the experiments in the test command.
const (
	revokedDelegations = 300 // on each database
	crashes            = 50  // on each database
	playsInAPart       = 250 // see partsOfPlays
	playsOnPostgres    = 50
	playLength         = 8    // lines at least
	playsOfAFault      = 2000 // at most, until it is found
)
