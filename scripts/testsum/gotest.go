package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"sort"
	"strings"
	"sync"
	"time"
)

const modulePath = "delegatedadmin.example/"

type event struct {
	Time        time.Time
	Action      string
	Package     string
	ImportPath  string
	Test        string
	Elapsed     float64
	Output      string
	FailedBuild string
}

func events(r io.Reader, each func(event)) error {
	in := bufio.NewReader(r)
	for {
		line, err := in.ReadBytes('\n')
		if len(line) > 0 && line[0] == '{' {
			var e event
			if err := json.Unmarshal(line, &e); err != nil {
				return fmt.Errorf("%q: %w", line, err)
			}
			each(e)
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// parseGo reads the output of go test -json. It counts the tests without subtests, and those whose own code failed.
func parseGo(r io.Reader) ([]result, error) {
	type test struct {
		output   strings.Builder
		action   string
		parent   bool // has subtests
		childBad bool
	}
	tests := map[string]*test{}
	var order []string
	get := func(key string) *test {
		if tests[key] == nil {
			tests[key] = &test{}
			order = append(order, key)
		}
		return tests[key]
	}
	// The name of a subtest may hold slashes of its own, so its parent is the longest that ran.
	parent := func(key string) *test {
		for i := strings.LastIndexByte(key, '/'); i > 0; i = strings.LastIndexByte(key[:i], '/') {
			if t := tests[key[:i]]; t != nil {
				return t
			}
		}
		return nil
	}
	builds := map[string]*strings.Builder{}
	var broken []result
	badTests := map[string]bool{} // packages with a failed test
	packages := map[string]*strings.Builder{}
	err := events(r, func(e event) {
		switch e.Action {
		case "build-output":
			if builds[e.ImportPath] == nil {
				builds[e.ImportPath] = &strings.Builder{}
			}
			builds[e.ImportPath].WriteString(e.Output)
			return
		}
		if e.Test == "" {
			if packages[e.Package] == nil {
				packages[e.Package] = &strings.Builder{}
			}
			switch e.Action {
			case "output":
				packages[e.Package].WriteString(e.Output)
			case "fail":
				if !badTests[e.Package] {
					text := packages[e.Package].String()
					if b := builds[e.FailedBuild]; b != nil {
						text = b.String()
					}
					broken = append(broken, result{short(e.Package), failed, text})
				}
			}
			return
		}
		key := short(e.Package) + " " + e.Test
		t := get(key)
		switch e.Action {
		case "output":
			if !strings.HasPrefix(e.Output, "=== ") {
				t.output.WriteString(e.Output)
			}
		case "run":
			if p := parent(key); p != nil {
				p.parent = true
			}
		case "pass", "fail", "skip":
			t.action = e.Action
			if e.Action == "fail" {
				badTests[e.Package] = true
				if p := parent(key); p != nil {
					p.childBad = true
				}
			}
		}
	})
	var results []result
	for _, key := range order {
		t := tests[key]
		switch {
		case t.action == "fail" && !t.childBad:
			results = append(results, result{key, failed, t.output.String()})
		case t.action == "skip":
			results = append(results, result{key, skipped, skipReason(t.output.String())})
		case t.action == "":
			results = append(results, result{key, failed, t.output.String() + "the test never ended"})
		case t.action == "pass" && !t.parent:
			results = append(results, result{key, passed, ""})
		}
	}
	return append(results, broken...), err
}

func short(pkg string) string {
	return strings.TrimPrefix(pkg, modulePath)
}

func skipReason(output string) string {
	var kept []string
	for line := range strings.Lines(output) {
		if line = strings.TrimSpace(line); !strings.HasPrefix(line, "--- SKIP") {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, " ")
}

// watch prints a line when a package ends, each failed test when it fails, and now and then what is still running.
func watch(r io.Reader, w io.Writer) error {
	var mu sync.Mutex
	running := map[string]time.Time{}
	count := map[string]int{}
	beat := time.NewTicker(30 * time.Second)
	defer beat.Stop()
	go func() {
		for range beat.C {
			mu.Lock()
			var names []string
			for name, since := range running {
				names = append(names, fmt.Sprintf("%s (%ds)", short(name), int(time.Since(since).Seconds())))
			}
			sort.Strings(names)
			if len(names) == 0 {
				names = []string{"the compiler"}
			}
			fmt.Fprintln(w, "...  running:", strings.Join(names, ", "))
			mu.Unlock()
		}
	}()
	return events(r, func(e event) {
		mu.Lock()
		defer mu.Unlock()
		switch {
		case e.Action == "build-output":
			fmt.Fprint(w, e.Output)
		case e.Test != "" && e.Action == "pass":
			count[e.Package]++
		case e.Test != "" && e.Action == "fail":
			fmt.Fprintf(w, "FAIL %s %s\n", short(e.Package), e.Test)
		case e.Test == "" && e.Action == "start":
			running[e.Package] = time.Now()
		case e.Test == "" && (e.Action == "pass" || e.Action == "fail" || e.Action == "skip"):
			delete(running, e.Package)
			if e.Action == "fail" {
				fmt.Fprintf(w, "FAIL %s (%.1fs)\n", short(e.Package), e.Elapsed)
			} else if count[e.Package] > 0 {
				fmt.Fprintf(w, "ok   %s (%.1fs)\n", short(e.Package), e.Elapsed)
			}
		}
	})
}
