//go:build heavy

package proof

// The sizes of the experiments when there is time.
const (
	revokedDelegations = 2000 // on each database
	crashes            = 500  // on each database
	playsInAPart       = 2500 // see partsOfPlays
	playsOnPostgres    = 1000
	playLength         = 12   // lines at least
	playsOfAFault      = 2000 // at most, until it is found
)
