//go:build tools

// Package main's tools: the code generators that `make generate` runs, pinned in go.mod.
package main

import (
	_ "entgo.io/ent/cmd/ent"
	_ "github.com/99designs/gqlgen"
	_ "github.com/99designs/gqlgen/graphql/introspection"
)
