// Command bench measures the server beside the least that a server of its kind can cost: the floor, written by hand on
// the same data. The machine's speed falls out of the ratio of the two, so that is what the goals are about.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"

	"delegatedadmin.example/internal/apptest/cluster"
)

type options struct {
	small, large bool
	duration     time.Duration
	rounds       int
	data         string
	only         string
	database     string
	keep         bool
}

func main() {
	if len(os.Args) == 4 && os.Args[1] == "floor" { // this program, started by itself
		fail(serveFloor(os.Args[2], os.Args[3]))
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var o options
	flag.BoolVar(&o.large, "large", true, "measure on the large data")
	flag.BoolVar(&o.small, "small", true, "measure the growth of the list from the small data")
	flag.DurationVar(&o.duration, "duration", 2*time.Second, "of one round on one server")
	flag.IntVar(&o.rounds, "rounds", 5, "on each path")
	flag.StringVar(&o.data, "data", "data/bench", "`folder` for the data, which is made once and kept")
	flag.StringVar(&o.database, "database", "sqlite", "`kind` of database: sqlite or postgres")
	flag.StringVar(&o.only, "only", "", "measure the paths with this `text` in their names alone")
	flag.BoolVar(&o.keep, "keep", false, "keep the copies that were worked on, and the logs")
	flag.Parse()
	if o.database != "sqlite" && o.database != "postgres" {
		fail(fmt.Errorf("-database is sqlite or postgres, not %q", o.database))
	}
	fail(run(ctx, o))
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func say(format string, args ...any) { fmt.Printf(format+"\n", args...) }

func run(ctx context.Context, o options) error {
	if err := os.MkdirAll(o.data, 0o700); err != nil {
		return err
	}
	product := filepath.Join(o.data, "delegated-admin")
	build := exec.CommandContext(ctx, "go", "build", "-o", product, ".")
	if out, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("build the server: %w: %s", err, out)
	}
	kept := "SQLite, synchronous=FULL"
	if o.database == "postgres" {
		kept = "PostgreSQL, fsync on, whose own CPU is not counted"
	}
	say("%s, %s/%s, %d CPUs; %s; %d connections; rounds of %v, one server after the other",
		time.Now().Format(time.DateOnly), runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), kept, connections, o.duration)
	if err := startEmpty(ctx, o, product); err != nil {
		return err
	}
	var smallList, largeList *result
	if o.small {
		b, err := begin(ctx, o, small, product)
		if err != nil {
			return err
		}
		r, err := b.measure(ctx, small.reads(o.rounds)[0])
		b.end()
		if err != nil {
			return err
		}
		smallList = &r
	}
	if o.large {
		var err error
		if largeList, err = measureLarge(ctx, o, product); err != nil {
			return err
		}
	}
	if smallList != nil && largeList != nil {
		growth := float64(largeList.product.cpu) / float64(smallList.product.cpu)
		verdict("CPU of the list, small data to large", fmt.Sprintf("%.2f", growth), "≤ 1.25", growth <= 1.25)
		say("%-42s %8.2f", "  the floor's own", float64(largeList.floor.cpu)/float64(smallList.floor.cpu))
	}
	return nil
}

// startEmpty tells how long the server takes to its first answer when it has to make its database first.
func startEmpty(ctx context.Context, o options, product string) error {
	dir, err := os.MkdirTemp(o.data, "empty-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	address := free()
	p, err := start(ctx, filepath.Join(dir, "log"), address, product, "--listen", address, "--database", "sqlite:"+filepath.Join(dir, "new.db"))
	if err != nil {
		return err
	}
	p.stop()
	say("%-42s %8d", "start on no database, ms (SQLite)", p.started.Milliseconds())
	return nil
}

func measureLarge(ctx context.Context, o options, product string) (list *result, err error) {
	b, err := begin(ctx, o, large, product)
	if err != nil {
		return nil, err
	}
	defer b.end()
	ends, err := findDeletable(ctx, b.floorData)
	if err != nil {
		return nil, err
	}
	paths := slices.DeleteFunc(append(large.reads(o.rounds), large.writes(o.rounds, ends)...), func(p path) bool { return !strings.Contains(p.name, o.only) })
	counts, err := countStatements(ctx, b.productData, paths)
	if err != nil {
		return nil, err
	}
	var results []result
	for _, p := range paths {
		r, err := b.measure(ctx, p)
		if err != nil {
			return nil, err
		}
		results = append(results, r)
	}
	table(results)
	for _, p := range paths {
		text := fmt.Sprint(counts[p.name])
		if p.cpu == 0 {
			say("%-42s %8s", "statements: "+p.name, text)
			continue
		}
		verdict("statements: "+p.name, text, "≤ 3", counts[p.name] <= 3)
	}
	peak, started := b.product.peak(), b.product.started
	if peak > 0 {
		verdict("most memory ever held, MB", fmt.Sprintf("%.0f", peak), "≤ 200", peak <= 200)
		say("%-42s %8.0f", "  the floor's own", b.floor.peak())
	}
	verdict("start on this data, ms", fmt.Sprint(started.Milliseconds()), "≤ 1000", started <= time.Second)
	if i := slices.IndexFunc(results, func(r result) bool { return r.path.cpu > 0 }); i >= 0 {
		list = &results[i]
	}
	return list, nil
}

// bench is the two servers, each on its own copy of the data.
type bench struct {
	options
	productData, floorData string // as --database has them
	product, floor         *process
	postgres               *cluster.Cluster // nil on SQLite
}

func begin(ctx context.Context, o options, s size, product string) (*bench, error) {
	say("\n%s data: %d organizations, %d partners, %d people, %d sessions, %d delegations", s.name,
		s.organizations, s.partners, s.organizations*people, s.sessions(), s.organizations*3)
	data, err := s.ready(ctx, o.data)
	if err != nil {
		return nil, err
	}
	b := &bench{options: o}
	if o.database == "postgres" {
		b.postgres, b.productData, b.floorData, err = onPostgres(ctx, data)
	} else {
		b.productData, b.floorData = "sqlite:"+filepath.Join(o.data, "product.db"), "sqlite:"+filepath.Join(o.data, "floor.db")
		err = errors.Join(copyTo(ctx, data, file(b.productData)), copyTo(ctx, data, file(b.floorData)))
	}
	if err != nil {
		return nil, err
	}
	self, err := os.Executable()
	if err == nil {
		address := free()
		b.product, err = start(ctx, filepath.Join(o.data, "product.log"), address, product, "--listen", address, "--database", b.productData)
	}
	if err == nil {
		address := free()
		b.floor, err = start(ctx, filepath.Join(o.data, "floor.log"), address, self, "floor", b.floorData, address)
	}
	if err != nil {
		b.end()
		return nil, err
	}
	return b, nil
}

func file(database string) string { return strings.TrimPrefix(database, "sqlite:") }

// free is an address on which nobody listens.
func free() string {
	l, err := net.Listen("tcp", "localhost:0") //nolint:noctx // it is closed at once
	fail(err)
	defer func() { _ = l.Close() }()
	return l.Addr().String()
}

func (b *bench) end() {
	b.product.stop()
	b.floor.stop()
	if b.postgres != nil {
		b.postgres.Stop()
		return
	}
	if b.keep {
		return
	}
	for _, database := range []string{b.productData, b.floorData} {
		for _, suffix := range []string{"", "-wal", "-shm", ".checkpoints"} {
			_ = os.Remove(file(database) + suffix)
		}
	}
}

// result is the medians of a path's rounds.
type result struct {
	path
	product, floor      measured
	rateRatio, cpuRatio float64 // medians of the ratios of each round, not the ratio of the medians
}

// measure asks the two servers in turn.
func (b *bench) measure(ctx context.Context, p path) (result, error) {
	var products, floors []measured
	var rates, cpus []float64
	warm := min(b.duration, time.Second)
	for i := -1; i < p.rounds; i++ {
		duration := b.duration
		if i < 0 {
			duration = warm
		}
		floor, err := load(ctx, b.floor, duration, func() []byte { return p.floorAsk(b.floor.address) }, p.floorCheck)
		if err != nil {
			return result{}, fmt.Errorf("%s, floor: %w", p.name, err)
		}
		product, err := load(ctx, b.product, duration, func() []byte { return p.productAsk(b.product.address) }, p.check)
		if err != nil {
			return result{}, fmt.Errorf("%s: %w", p.name, err)
		}
		if i < 0 {
			continue // the first warms up
		}
		products, floors = append(products, product), append(floors, floor)
		rates = append(rates, product.rate/floor.rate)
		if floor.cpu > 0 {
			cpus = append(cpus, float64(product.cpu)/float64(floor.cpu))
		}
	}
	r := result{path: p, product: middle(products), floor: middle(floors), rateRatio: median(rates), cpuRatio: median(cpus)}
	say("  %-26s %6.0f req/s, %5.0f µs CPU; floor %6.0f req/s, %4.0f µs CPU", p.name, r.product.rate, micro(r.product.cpu), r.floor.rate, micro(r.floor.cpu))
	return r, nil
}

func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	return values[len(values)/2]
}

func middle(rounds []measured) measured {
	var rates, cpus []float64
	for _, r := range rounds {
		rates, cpus = append(rates, r.rate), append(cpus, float64(r.cpu))
	}
	return measured{rate: median(rates), cpu: time.Duration(median(cpus))}
}

func micro(d time.Duration) float64 { return float64(d) / float64(time.Microsecond) }

func table(results []result) {
	say("\n%-26s %9s %9s %9s %9s   %-10s %s", "", "req/s", "CPU µs", "req/s to", "CPU to", "goal", "met")
	say("%-26s %9s %9s %9s %9s", "", "", "", "floor", "floor")
	for _, r := range results {
		say("%-26s %9.0f %9.0f %9.2f %9.2f   %-10s %s", r.name, r.product.rate, micro(r.product.cpu), r.rateRatio, r.cpuRatio,
			fmt.Sprintf("≥ %.2f", r.path.rate), yes(r.rateRatio >= r.path.rate))
		if r.path.cpu > 0 && r.cpuRatio > 0 {
			say("%-66s   %-10s %s", "", fmt.Sprintf("CPU ≤ %.1f", r.path.cpu), yes(r.cpuRatio <= r.path.cpu))
		}
		say("%-26s %9.0f %9.0f", "  floor", r.floor.rate, micro(r.floor.cpu))
	}
	say("")
}

func verdict(what, is, goal string, met bool) { say("%-42s %8s   %-10s %s", what, is, goal, yes(met)) }

func yes(met bool) string {
	if met {
		return "yes"
	}
	return "NO"
}
