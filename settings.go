package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/url"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"

	"delegatedadmin.example/graph/model"
	"delegatedadmin.example/internal/demo"
	"delegatedadmin.example/internal/directory"
	"delegatedadmin.example/internal/identity"
	"delegatedadmin.example/internal/mail"
	"delegatedadmin.example/internal/store"
)

// settings are what flags and the environment say.
type settings struct {
	listen         string
	baseText       string
	baseURL        *url.URL // nil: follows from where the server listens
	database       string
	smtpText       string
	smtp           *mail.SMTP // nil: none
	mailFrom       string
	initialDomain  string
	dnsResolver    string // empty: the system's
	demo           bool
	trustedProxies int
	checkpoints    string // the file of the audit log's checkpoints
	breached       string // the file of breached passwords; empty: none
	version        bool
}

const environment = "DELEGATED_ADMIN_"

const usage = `Delegated Admin lets an organization authorize a partner to administer its subscription, and take that back.

  delegated-admin [flags]                       start the server
  delegated-admin --demo                        start it with demo organizations, on this machine alone
  delegated-admin organization create [flags]   make an organization and a link for its administrator
  delegated-admin audit verify [flags]          check that the audit log is what was written

Each flag can be given in the environment as well: --base-url as DELEGATED_ADMIN_BASE_URL. A flag goes first.

`

// command runs what the arguments say.
func command(ctx context.Context, args []string, stdout io.Writer) error {
	if len(args) > 0 && args[0] == "organization" {
		return organizationCommand(ctx, args[1:], stdout)
	}
	if len(args) > 0 && args[0] == "audit" {
		return auditCommand(ctx, args[1:], stdout)
	}
	s := &settings{}
	flags := newFlags("delegated-admin", usage, stdout)
	s.addTo(flags)
	s.addAudit(flags)
	flags.StringVar(&s.listen, "listen", "localhost:8080", "`HOST:PORT` to listen on")
	flags.StringVar(&s.smtpText, "smtp", "", "mail server, as `smtp://[USER:PASSWORD@]HOST:PORT`, which takes up STARTTLS, or smtps://…")
	flags.StringVar(&s.mailFrom, "mail-from", "", "`SENDER` of the mails (default \"Delegated Admin <no-reply@INITIAL-DOMAIN>\")")
	flags.StringVar(&s.dnsResolver, "dns-resolver", "", "`HOST:PORT` of the DNS resolver that finds the proofs of domains (default the system's)")
	flags.StringVar(&s.breached, "breached-passwords", "", "`FILE` of passwords that nobody may choose: SHA-1 hashes, in order, as Pwned Passwords has them")
	flags.BoolVar(&s.demo, "demo", false, "start with demo data and a mailbox in place of a mail server")
	flags.IntVar(&s.trustedProxies, "trusted-proxies", 0, "`NUMBER` of proxies in front that add to X-Forwarded-For")
	flags.BoolVar(&s.version, "version", false, "print the version and end")
	if err := parse(flags, args); err != nil || flags.Lookup("help").Value.String() == "true" {
		return err
	}
	if s.version {
		_, err := fmt.Fprintln(stdout, version())
		return err
	}
	if err := s.check(); err != nil {
		return err
	}
	return serve(ctx, s, stdout)
}

// addTo adds the flags that the server has and what makes organizations.
func (s *settings) addTo(flags *flag.FlagSet) {
	s.addDatabase(flags)
	flags.StringVar(&s.initialDomain, "initial-domain", "delegated-admin.example", "`DOMAIN` under which new organizations get their first one")
	flags.StringVar(&s.baseText, "base-url", "", "`URL` by which people reach the server (default http:// and where it listens)")
}

func (s *settings) addDatabase(flags *flag.FlagSet) {
	flags.StringVar(&s.database, "database", "sqlite:data/delegated-admin.db", "database, as `sqlite:PATH` or postgres://USER:PASSWORD@HOST/NAME")
}

func newFlags(name, text string, stdout io.Writer) *flag.FlagSet {
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Bool("help", false, "print this and end")
	flags.Usage = func() {
		_, _ = io.WriteString(stdout, text)
		flags.VisitAll(func(f *flag.Flag) {
			value, what := flag.UnquoteUsage(f)
			if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" {
				what += " (default " + f.DefValue + ")"
			}
			_, _ = fmt.Fprintf(stdout, "  --%s\n        %s\n", strings.TrimSpace(f.Name+" "+value), what)
		})
	}
	return flags
}

// parse reads the environment, then the arguments. --help prints the usage and leaves the flag "help" on.
func parse(flags *flag.FlagSet, args []string) error {
	var err error
	flags.VisitAll(func(f *flag.Flag) {
		name := environment + strings.ToUpper(strings.ReplaceAll(f.Name, "-", "_"))
		if value, ok := os.LookupEnv(name); ok && err == nil {
			if setErr := flags.Set(f.Name, value); setErr != nil {
				err = fmt.Errorf("%s: %w", name, setErr)
			}
		}
	})
	if err != nil {
		return err
	}
	usage := flags.Usage
	flags.Usage = func() {} // not with every error
	switch err := flags.Parse(args); {
	case err != nil:
		text := strings.Replace(err.Error(), "flag provided but not defined: -", "there is no flag --", 1)
		return fmt.Errorf("%s; see --help", strings.Replace(text, " for flag -", " for --", 1))
	case flags.NArg() > 0:
		return fmt.Errorf("there is no command %q; see --help", flags.Arg(0))
	case flags.Lookup("help").Value.String() == "true":
		usage()
	}
	return nil
}

// check finds what does not go together.
func (s *settings) check() error {
	host, _, err := net.SplitHostPort(s.listen)
	if err != nil {
		return fmt.Errorf("--listen %q is not HOST:PORT", s.listen)
	}
	if ip := net.ParseIP(host); s.demo && host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return fmt.Errorf("--demo listens on this machine alone, such as localhost:8080, not on %q: everybody knows its passwords", s.listen)
	}
	if _, _, err := net.SplitHostPort(s.dnsResolver); s.dnsResolver != "" && err != nil {
		return fmt.Errorf("--dns-resolver %q is not HOST:PORT, such as 192.0.2.53:53", s.dnsResolver)
	}
	if s.trustedProxies < 0 {
		return errors.New("--trusted-proxies is not below 0")
	}
	if s.mailFrom == "" {
		s.mailFrom = "Delegated Admin <no-reply@" + s.initialDomain + ">"
	}
	if s.smtpText != "" {
		if s.smtp, err = mail.ParseSMTP(s.smtpText); err != nil {
			return fmt.Errorf("--smtp: %w", err) // without the text, which may hold a password
		}
	}
	return s.readBase()
}

// readBase reads --base-url, which is nothing but an origin.
func (s *settings) readBase() error {
	if s.baseText == "" {
		return nil
	}
	u, err := url.Parse(strings.TrimSuffix(s.baseText, "/"))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.Path != "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return fmt.Errorf("--base-url %q does not look like https://admin.example: a scheme, a host, perhaps a port", s.baseText)
	}
	s.baseURL = &url.URL{Scheme: u.Scheme, Host: strings.ToLower(u.Host)}
	return nil
}

// open opens the port. The base URL follows from it unless it was given.
func (s *settings) open(ctx context.Context) (net.Listener, error) {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", s.listen)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("%s is in use by another program: stop that one, or choose another address with --listen", s.listen)
	case errors.Is(err, syscall.EACCES):
		return nil, fmt.Errorf("listening on %s is not permitted: choose a port above 1023 with --listen", s.listen)
	case err != nil:
		return nil, fmt.Errorf("listen on %s: %w", s.listen, err)
	}
	if s.baseURL == nil {
		s.baseURL = baseOf(s.listen, listener.Addr())
	}
	return listener, nil
}

// baseOf is the URL of a server that listens at addr, which listen led to.
func baseOf(listen string, addr net.Addr) *url.URL {
	host, _, _ := net.SplitHostPort(listen)
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	port := strconv.Itoa(addr.(*net.TCPAddr).Port)
	return &url.URL{Scheme: "http", Host: net.JoinHostPort(host, port)}
}

func (s *settings) base() string { return s.baseURL.String() }

// sender is how mail leaves; nil when it has to wait in the outbox.
func (s *settings) sender(st *store.Store) mail.Sender {
	switch {
	case s.smtp != nil:
		return s.smtp
	case s.demo:
		return mail.Mailbox{Store: st}
	}
	return nil
}

// announce tells the person who started the server where it is.
func (s *settings) announce(w io.Writer, files fs.FS) {
	say := func(format string, args ...any) { _, _ = fmt.Fprintf(w, format+"\n", args...) }
	say("Delegated Admin runs at %s", s.base())
	if _, err := fs.Stat(files, "index.html"); err != nil {
		say("The front end is not built: make run builds everything.")
	}
	if s.smtp == nil && !s.demo {
		say("No mail server is given with --smtp: mail waits in the outbox.")
	}
	if ip := net.ParseIP(s.baseURL.Hostname()); s.baseURL.Scheme == "http" && s.baseURL.Hostname() != "localhost" && (ip == nil || !ip.IsLoopback()) {
		say("People reach it without TLS: passwords and sessions can be read on the way. See --base-url.")
	}
	if s.demo {
		say("\nThis is a demo. Nothing in it is real, and it answers to this machine alone. Everybody's password is %s\n", demo.Password)
		for _, a := range demo.Accounts {
			say("  %-26s %s, %s", a.UserName, a.OrganizationName, a.Description)
		}
		if s.smtp == nil {
			say("\nIts mail arrives at %s/mailbox", s.base())
		}
	}
}

// fill gives a new installation what it begins with.
func (s *settings) fill(ctx context.Context, st *store.Store) error {
	if err := errors.Join(directory.FillCatalog(ctx, st), directory.FillGroups(ctx, st)); err != nil || !s.demo {
		return err
	}
	return demo.Seed(ctx, st)
}

// people knows who may sign in, and what nobody may choose as a password.
func (s *settings) people(st *store.Store, log *slog.Logger) (*identity.Service, error) {
	people := identity.New(st, log)
	if s.breached == "" {
		return people, nil
	}
	list, err := identity.OpenBreached(s.breached)
	if err != nil {
		return nil, fmt.Errorf("--breached-passwords: %w", err)
	}
	people.Breached = list
	return people, nil
}

func demoAccounts() []*model.DemoAccount {
	out := make([]*model.DemoAccount, len(demo.Accounts))
	for i, a := range demo.Accounts {
		out[i] = &model.DemoAccount{
			UserName: a.UserName, DisplayName: a.DisplayName, OrganizationName: a.OrganizationName,
			Description: a.Description, Password: demo.Password,
		}
	}
	return out
}

// setMemory trades memory for fewer collections of garbage, within a bound, unless the environment says otherwise.
func setMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(192 << 20)
	}
}

func version() string {
	text := "(unknown)"
	if info, ok := debug.ReadBuildInfo(); ok {
		text = info.Main.Version
	}
	return fmt.Sprintf("delegated-admin %s %s %s/%s", text, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

func oneLine(err error) string { return strings.Join(strings.Fields(err.Error()), " ") }
