// Package delegation is the heart of the product: offers, delegations, their states, and who may do what with them.
package delegation
