// Package migrations has the steps that bring a database of any earlier version to the newest, for each database.
// They are written by ./generate from ent/schema, go forward only, and are never changed once they were released.
package migrations

import "embed"

// Files has a folder for each dialect.
//
//go:embed sqlite3/*.sql postgres/*.sql
var Files embed.FS
