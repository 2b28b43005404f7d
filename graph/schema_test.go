package graph

import (
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
)

// The SDL is what integrators read: every type, field, argument and enum value says what it is.
func TestSchema_EverythingIsDescribed(t *testing.T) {
	t.Parallel()
	schema := NewExecutableSchema(Config{}).Schema()
	checked := 0
	want := func(name, description string) {
		checked++
		if strings.TrimSpace(description) == "" {
			t.Errorf("%s has no description", name)
		}
	}
	for name, definition := range schema.Types {
		if definition.BuiltIn || strings.HasPrefix(name, "__") {
			continue
		}
		want(name, definition.Description)
		for _, field := range definition.Fields {
			if strings.HasPrefix(field.Name, "__") {
				continue
			}
			want(name+"."+field.Name, field.Description)
			for _, argument := range field.Arguments {
				want(name+"."+field.Name+"("+argument.Name+")", argument.Description)
			}
		}
		for _, value := range definition.EnumValues {
			want(name+"."+value.Name, value.Description)
		}
	}
	if checked < 300 || schema.Types["Viewer"].Kind != ast.Object {
		t.Errorf("only %d descriptions were looked at", checked)
	}
}
