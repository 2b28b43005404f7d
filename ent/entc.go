//go:build ignore

// Command entc writes the store's code from ent/schema.
package main

import (
	"log"

	"entgo.io/ent/entc"
	"entgo.io/ent/entc/gen"
)

func main() {
	err := entc.Generate("./schema", &gen.Config{
		Features: []gen.Feature{
			gen.FeaturePrivacy, gen.FeatureLock, gen.FeatureModifier, gen.FeatureExecQuery,
			gen.FeatureVersionedMigration,
		},
	}, entc.TemplateDir("./template"))
	if err != nil {
		log.Fatalf("generate the store: %v", err)
	}
}
