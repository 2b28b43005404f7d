// Package identity knows people: it signs them in and out, keeps their sessions and passwords, and folds the names and
// addresses by which they are known.
//
//	sign-in    → SignIn, RedeemSignInLink → a session, of which the browser holds a random token and the store its hash
//	each call  → Authenticate: token → viewer, in one statement, never remembered from one request to the next
//	sign-out   → SignOut: the session is revoked before the answer, and nothing begun in it commits afterwards
package identity
