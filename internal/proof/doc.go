// Package proof holds the promises of the product to their word, with whole server processes: that nobody acts in a
// tenant without a live delegation, that nothing acknowledged is lost, and that everybody sees what is theirs alone. It
// has tests alone. With the build tag heavy they run at full size.
package proof
