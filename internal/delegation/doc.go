// Package delegation is the heart of the product: offers, delegations, their states, and who may do what with them.
//
// An offer:
//
//	PENDING ──▶ ACCEPTED   a Global Administrator of the addressed organization said yes
//	   │──────▶ DECLINED   somebody of the addressed organization said no
//	   │──────▶ WITHDRAWN  the partner took it back
//	   └──────▶ EXPIRED    nobody answered in 30 days
//
// A delegation:
//
//	ACTIVE ◀──▶ SUSPENDED ──▶ EXPIRED     its time is over
//	   └───────────┴────────▶ TERMINATED  the customer deleted it, the partner gave it up, or a newer one took its place
//
// A state is left by a conditional update alone, so of two that come at once one finds it gone.
package delegation
