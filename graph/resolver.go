package graph

import (
	"delegatedadmin.example/graph/model"
	"delegatedadmin.example/internal/access"
	"delegatedadmin.example/internal/delegation"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/identity"
)

// Resolver answers the fields of the API by calling the services.
type Resolver struct {
	Access       *access.Service
	Delegations  *delegation.Service
	Directory    *directory.Service
	Identity     *identity.Service
	Installation model.Installation
}
