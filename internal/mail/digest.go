package mail

import (
	"encoding/json"
)

// How much of a week a digest tells; the audit log has the rest.
const (
	digestPartners = 30
	digestPeople   = 10
)

// Digest is what a weekly digest tells of each delegated admin. It stands in the data of its message as JSON.
type Digest struct {
	Partners []DigestPartner `json:"partners"`
	Others   int             `json:"others,omitempty"` // delegated admins that are not told of one by one
}

// DigestPartner is what one delegated admin did in a week.
type DigestPartner struct {
	Name    string         `json:"name"`
	Domain  string         `json:"domain,omitempty"` // verified; empty for none
	Path    string         `json:"path"`             // of the page with all of it
	People  []DigestPerson `json:"people,omitempty"`
	Others  int            `json:"others,omitempty"`  // people who are not named
	Refused string         `json:"refused,omitempty"` // how often, and what
	News    []string       `json:"news,omitempty"`    // sentences

	Link string `json:"-"`
}

// DigestPerson is one of a delegated admin's people, and what they did.
type DigestPerson struct {
	Name string `json:"name"`
	Did  string `json:"did"`
}

// Data is d for a message.
func (d Digest) Data() string {
	d.Others += max(len(d.Partners)-digestPartners, 0)
	d.Partners = d.Partners[:min(len(d.Partners), digestPartners)]
	for i, p := range d.Partners {
		d.Partners[i].Others = max(len(p.People)-digestPeople, 0)
		d.Partners[i].People = p.People[:min(len(p.People), digestPeople)]
	}
	text, _ := json.Marshal(d) // texts and numbers alone
	return string(text)
}

// readDigest reads what Data wrote, each text made harmless. What can't be read tells nothing.
func readDigest(text string) (d Digest) {
	if json.Unmarshal([]byte(text), &d) != nil {
		return Digest{}
	}
	for i := range d.Partners {
		p := &d.Partners[i]
		p.Name, p.Domain, p.Refused = line(p.Name, 200), line(p.Domain, 253), line(p.Refused, 1000)
		for j, person := range p.People {
			p.People[j] = DigestPerson{Name: line(person.Name, 200), Did: line(person.Did, 1000)}
		}
		for j, news := range p.News {
			p.News[j] = line(news, 500)
		}
	}
	return d
}
