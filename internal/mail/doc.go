// Package mail writes the mails that the product sends and sees to it that each leaves once. A mail is a row of the
// outbox, written in the transaction of what it tells; the Worker takes the rows that are due and hands them to a
// Sender. The words stand in templates/, one pair of files for each kind: what the text says, the HTML says too.
package mail
