package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"

	"delegatedadmin.example/internal/apperr"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/store"
	"delegatedadmin.example/internal/viewer"
)

const organizationUsage = `Makes an organization with its first Global Administrator, and prints a link with which that person chooses a password.
The link works once, and for a day. It runs beside the server or without it.

  delegated-admin organization create --name Contoso --domain contoso.example --admin-name "Megan Bowen" --email megan@contoso.example
  delegated-admin organization create --partner --terms terms.txt --name Fabrikam --domain fabrikam.example --admin-name "Lidia Holloway"

`

// newOrganization is what the command line says of it.
type newOrganization struct {
	settings
	name, domain, adminUser, adminName, email string
	partner                                   bool
	terms                                     string
}

// organizationCommand is "organization create".
func organizationCommand(ctx context.Context, args []string, stdout io.Writer) error {
	n := &newOrganization{}
	flags := newFlags("delegated-admin organization create", organizationUsage, stdout)
	n.addTo(flags)
	flags.StringVar(&n.name, "name", "", "`NAME` of the organization, such as Contoso")
	flags.StringVar(&n.domain, "domain", "", "its `DOMAIN`, such as contoso.example; you vouch that it is theirs")
	flags.StringVar(&n.adminUser, "admin-user", "admin", "`USER` name of the administrator, the part before @")
	flags.StringVar(&n.adminName, "admin-name", "", "`NAME` of the administrator")
	flags.StringVar(&n.email, "email", "", "`ADDRESS` where mail reaches the administrator (default the user name)")
	flags.BoolVar(&n.partner, "partner", false, "it is a partner: it may send offers")
	flags.StringVar(&n.terms, "terms", "", "`FILE` with the partner's terms, which customers accept")
	if len(args) > 0 && args[0] == "create" {
		args = args[1:]
	} else if len(args) == 0 || !strings.HasPrefix(args[0], "-") {
		return errors.New("the command is: delegated-admin organization create; see --help")
	}
	if err := parse(flags, args); err != nil || flags.Lookup("help").Value.String() == "true" {
		return err
	}
	terms, err := n.check()
	if err != nil {
		return err
	}
	st, err := store.Open(ctx, n.database, store.Options{Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		return err
	}
	defer func() { _ = st.Close() }()
	token, userName, err := n.create(ctx, st, terms)
	var refused *apperr.Error
	if errors.As(err, &refused) {
		return errors.New(refused.Message)
	}
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(stdout, "%s is there. %s chooses a password here, once and within a day:\n\n%s/sign-in-link#%s\n", n.name, userName, n.base(), token)
	return err
}

// check finds what is missing, and reads the terms.
func (n *newOrganization) check() (terms string, err error) {
	for _, f := range []struct{ name, value string }{{"name", n.name}, {"domain", n.domain}, {"admin-name", n.adminName}} {
		if strings.TrimSpace(f.value) == "" {
			return "", fmt.Errorf("--%s is missing; see --help", f.name)
		}
	}
	n.adminUser = strings.TrimSuffix(n.adminUser, "@"+n.domain)
	userName, err := identity.NormalizeUserName("admin@" + n.domain)
	if err != nil {
		return "", fmt.Errorf("--domain %q is not a domain such as contoso.example", n.domain)
	}
	_, n.domain, _ = strings.Cut(userName, "@")
	if n.email == "" {
		n.email = n.adminUser + "@" + n.domain
	}
	if n.email, err = identity.NormalizeEmail(n.email); err != nil {
		return "", errors.New("--email is not one e-mail address, such as adele@contoso.example")
	}
	if n.partner != (n.terms != "") {
		return "", errors.New("--partner and --terms go together: an offer shows the terms that the customer accepts")
	}
	if n.partner {
		content, err := os.ReadFile(n.terms)
		if err != nil {
			return "", fmt.Errorf("read the terms: %w", err)
		}
		terms = strings.ToValidUTF8(strings.TrimSpace(string(content)), "\uFFFD")
		if terms == "" || len(terms) > 100_000 || strings.Contains(terms, "\x00") {
			return "", fmt.Errorf("%s is not a text of 1 to 100,000 bytes", n.terms)
		}
	}
	if n.baseText == "" {
		n.baseText = "http://localhost:8080"
	}
	return terms, n.readBase()
}

// create makes it all in one transaction.
func (n *newOrganization) create(ctx context.Context, st *store.Store, terms string) (token, userName string, err error) {
	people := identity.New(st, slog.Default())
	ctx = viewer.NewContext(ctx, viewer.System)
	err = st.WithTx(ctx, []store.Lock{directory.NamingPartner}, func(ctx context.Context, tx *store.Tx) error {
		o, u, err := directory.Create(ctx, tx, directory.NewOrganization{
			DisplayName: n.name, Domain: n.domain, Administrator: n.adminUser, AdministratorFor: n.adminName, Email: n.email,
		})
		if err != nil {
			return err
		}
		userName = u.UserName
		if n.partner {
			_, err := directory.CreatePartner(ctx, tx, o, directory.NewPartner{
				Domain: n.domain, ContactEmail: n.email, Terms: terms, Since: tx.Now,
			})
			if err != nil {
				return err
			}
		}
		token, err = people.CreateSignInLink(ctx, tx, u.ID)
		return err
	})
	return token, userName, err
}
