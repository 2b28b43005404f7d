// Package frontend carries the single-page app: its files, and the documents that it asks the API for.
package frontend

import "embed"

// Dist holds the built app under dist/. On a fresh clone it holds dist/.gitkeep alone: the app is built by npm run build.
//
//go:embed all:dist
var Dist embed.FS

// Persisted is a JSON object: the lower-case hexadecimal SHA-256 of each of the app's GraphQL documents → its text.
//
//go:embed persisted.json
var Persisted []byte
