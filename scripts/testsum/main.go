// Command testsum watches and adds up the results of the test suites.
//
//	go test -json ./... | tee go.json | testsum watch
//	testsum total steps.tsv
//
// The steps file has one line per step, separated by tabs: kind (step, go, vitest or playwright),
// name, exit code, seconds, result file. A step is one test: its result file is its log.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

type status int

const (
	passed status = iota
	failed
	skipped
)

// result is one test. Text is the output of a failed test, or the reason of a skipped one.
type result struct {
	name   string
	status status
	text   string
}

type step struct {
	kind, name string
	exit       int
	seconds    int
	file       string
	results    []result
}

func main() {
	var err error
	switch {
	case len(os.Args) == 2 && os.Args[1] == "watch":
		err = watch(os.Stdin, os.Stdout)
	case len(os.Args) == 3 && os.Args[1] == "total":
		var ok bool
		if ok, err = total(os.Args[2], os.Stdout); err == nil && !ok {
			os.Exit(1)
		}
	default:
		err = errors.New("usage: testsum watch | testsum total FILE")
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// total prints the failures, the skipped tests, the table and the closing line. It is true when all is well.
func total(file string, w io.Writer) (bool, error) {
	steps, err := readSteps(file)
	if err != nil {
		return false, err
	}
	var sum [3]int
	var failures, skips, table strings.Builder
	for _, s := range steps {
		var n [3]int
		for _, r := range s.results {
			n[r.status]++
			switch r.status {
			case failed:
				fmt.Fprintf(&failures, "\nFAILED  %s: %s\n%s\n", s.name, r.name, indent(r.text))
			case skipped:
				fmt.Fprintf(&skips, "SKIPPED %s: %s: %s\n", s.name, r.name, reason(r.text))
			}
		}
		fmt.Fprintf(&table, "%-28s %6d passed %5d failed %5d skipped %5ds\n", s.name, n[passed], n[failed], n[skipped], s.seconds)
		for i := range sum {
			sum[i] += n[i]
		}
	}
	fmt.Fprint(w, failures.String(), "\n", skips.String(), "\n", table.String(), "\n")
	fmt.Fprintf(w, "%d passed, %d failed, %d skipped\n", sum[passed], sum[failed], sum[skipped])
	return sum[failed] == 0 && sum[passed] > 0, nil
}

func readSteps(file string) ([]step, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var steps []step
	for lines := bufio.NewScanner(f); lines.Scan(); {
		c := strings.Split(lines.Text(), "\t")
		if len(c) != 5 {
			return nil, fmt.Errorf("%s: want 5 columns: %q", file, lines.Text())
		}
		s := step{kind: c[0], name: c[1], file: c[4]}
		var errExit, errSeconds error
		s.exit, errExit = strconv.Atoi(c[2])
		s.seconds, errSeconds = strconv.Atoi(c[3])
		if err := errors.Join(errExit, errSeconds); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		s.results = collect(s)
		steps = append(steps, s)
	}
	return steps, nil
}

// collect reads a step's results. A suite that can't be read, ended badly or ran nothing is itself a failed test.
func collect(s step) []result {
	if s.kind == "step" {
		r := result{name: s.name}
		if s.exit != 0 {
			r.status, r.text = failed, tail(s.file)
		}
		return []result{r}
	}
	parse := map[string]func(io.Reader) ([]result, error){"go": parseGo, "vitest": parseVitest, "playwright": parsePlaywright}[s.kind]
	if parse == nil {
		return []result{{s.name, failed, "unknown kind of suite: " + s.kind}}
	}
	f, err := os.Open(s.file)
	if err != nil {
		return []result{{s.name, failed, "no results: " + err.Error() + "\n" + tail(s.file+".log")}}
	}
	defer f.Close()
	results, err := parse(f)
	if err != nil {
		return append(results, result{s.name, failed, "results can't be read: " + err.Error() + "\n" + tail(s.file+".log")})
	}
	var n [3]int
	for _, r := range results {
		n[r.status]++
	}
	switch {
	case n[passed]+n[failed] == 0:
		results = append(results, result{s.name, failed, "the suite ran no test\n" + tail(s.file+".log")})
	case s.exit != 0 && n[failed] == 0:
		results = append(results, result{s.name, failed, fmt.Sprintf("exit code %d although no test failed\n%s", s.exit, tail(s.file+".log"))})
	}
	return results
}

func tail(file string) string {
	b, err := os.ReadFile(file)
	if err != nil {
		return ""
	}
	lines := strings.Split(strings.TrimRight(string(b), "\n"), "\n")
	return strings.Join(lines[max(0, len(lines)-60):], "\n")
}

func indent(text string) string {
	return "    " + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n    ")
}

func reason(text string) string {
	if text = strings.Join(strings.Fields(text), " "); text == "" {
		return "no reason given"
	}
	return text
}
