package schematype

import (
	"io"
	"math/bits"
	"strconv"
	"strings"
)

// PartnerService is something that partners do for customers, by the name that the API gives it.
type PartnerService string

// The services, in the order of their bits in a ServiceSet. The order is stored: only append.
const (
	UserSupport PartnerService = "USER_SUPPORT"
	Licensing   PartnerService = "LICENSING"
	Migration   PartnerService = "MIGRATION"
	Security    PartnerService = "SECURITY"
	Devices     PartnerService = "DEVICES"
	Training    PartnerService = "TRAINING"
	Development PartnerService = "DEVELOPMENT"
)

// AllServices lists every service in the order of the bits.
var AllServices = []PartnerService{UserSupport, Licensing, Migration, Security, Devices, Training, Development}

// MarshalGQL writes the service as a GraphQL enum value.
func (s PartnerService) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(s))) }

// UnmarshalGQL reads a GraphQL enum value.
func (s *PartnerService) UnmarshalGQL(v any) error { return unmarshalEnum(s, v, AllServices) }

// ServiceSet is a set of services, one bit each.
type ServiceSet int32

// Services makes a set of the given services.
func Services(services ...PartnerService) ServiceSet {
	var set ServiceSet
	for _, service := range services {
		for i, s := range AllServices {
			if s == service {
				set |= 1 << i
			}
		}
	}
	return set
}

// List returns the services of the set in the order of AllServices, never nil.
func (s ServiceSet) List() []PartnerService {
	out := make([]PartnerService, 0, bits.OnesCount32(uint32(s)))
	for i, service := range AllServices {
		if s&(1<<i) != 0 {
			out = append(out, service)
		}
	}
	return out
}

// String names the services of the set, such as "user support, licensing".
func (s ServiceSet) String() string {
	var names []string
	for _, service := range s.List() {
		names = append(names, strings.ToLower(strings.ReplaceAll(string(service), "_", " ")))
	}
	return strings.Join(names, ", ")
}
