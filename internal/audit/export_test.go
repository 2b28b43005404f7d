package audit

// Link lets a test chain events as somebody would who writes the log anew.
var Link = link

// Words lets it file them as well.
var Words = words
