package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const goResults = `
{"Action":"start","Package":"delegatedadmin.example/internal/a"}
{"Action":"run","Package":"delegatedadmin.example/internal/a","Test":"TestGood"}
{"Action":"pass","Package":"delegatedadmin.example/internal/a","Test":"TestGood"}
{"Action":"run","Package":"delegatedadmin.example/internal/a","Test":"TestParent"}
{"Action":"run","Package":"delegatedadmin.example/internal/a","Test":"TestParent/good/slash"}
{"Action":"run","Package":"delegatedadmin.example/internal/a","Test":"TestParent/bad"}
{"Action":"output","Package":"delegatedadmin.example/internal/a","Test":"TestParent/bad","Output":"    a_test.go:7: want 1\n"}
{"Action":"fail","Package":"delegatedadmin.example/internal/a","Test":"TestParent/bad"}
{"Action":"pass","Package":"delegatedadmin.example/internal/a","Test":"TestParent/good/slash"}
{"Action":"fail","Package":"delegatedadmin.example/internal/a","Test":"TestParent"}
{"Action":"run","Package":"delegatedadmin.example/internal/a","Test":"TestSkipped"}
{"Action":"output","Package":"delegatedadmin.example/internal/a","Test":"TestSkipped","Output":"    a_test.go:9: needs a network\n"}
{"Action":"output","Package":"delegatedadmin.example/internal/a","Test":"TestSkipped","Output":"--- SKIP: TestSkipped (0.00s)\n"}
{"Action":"skip","Package":"delegatedadmin.example/internal/a","Test":"TestSkipped"}
{"Action":"run","Package":"delegatedadmin.example/internal/a","Test":"TestLost"}
{"Action":"fail","Package":"delegatedadmin.example/internal/a"}
{"ImportPath":"delegatedadmin.example/internal/b","Action":"build-output","Output":"b.go:1: undefined: x\n"}
{"Action":"fail","Package":"delegatedadmin.example/internal/b","FailedBuild":"delegatedadmin.example/internal/b"}
{"Action":"skip","Package":"delegatedadmin.example/internal/empty"}
`

const vitestResults = `{"testResults":[
	{"name":"a.test.tsx","status":"failed","assertionResults":[
		{"fullName":"a good","status":"passed"},
		{"fullName":"a bad","status":"failed","failureMessages":["\u001b[31mexpected 1\u001b[39m"]},
		{"fullName":"a later","status":"todo"}]},
	{"name":"broken.test.tsx","status":"failed","message":"can't import","assertionResults":[]}]}`

const playwrightResults = `{"errors":[{"message":"no server"}],"suites":[{"title":"story.spec.ts","suites":[{"title":"offers","specs":[
	{"title":"good","tests":[{"projectName":"light","status":"expected"}]},
	{"title":"bad","tests":[{"status":"unexpected","results":[{"errors":[{"message":"no such button"}]}]}]},
	{"title":"shaky","tests":[{"status":"flaky"}]},
	{"title":"left out","tests":[{"status":"skipped","annotations":[{"type":"skip","description":"no camera"}]}]}]}]}]}`

func TestCollect_ReadsEachKindOfSuite(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind, content string
		want          []string
	}{
		{"go", goResults, []string{
			"ok internal/a TestGood", "ok internal/a TestParent/good/slash", "FAIL internal/a TestParent/bad: a_test.go:7: want 1",
			"skip internal/a TestSkipped: a_test.go:9: needs a network", "FAIL internal/a TestLost: the test never ended",
			"FAIL internal/b: b.go:1: undefined: x",
		}},
		{"vitest", vitestResults, []string{"ok a good", "FAIL a bad: expected 1", "skip a later: todo", "FAIL broken.test.tsx: can't import"}},
		{"playwright", playwrightResults, []string{
			"FAIL start: no server", "ok [light] story.spec.ts › offers › good", "FAIL story.spec.ts › offers › bad: unexpected no such button",
			"FAIL story.spec.ts › offers › shaky: flaky", "skip story.spec.ts › offers › left out: no camera",
		}},
	} {
		t.Run(c.kind, func(t *testing.T) {
			t.Parallel()
			wantResults(t, collect(step{kind: c.kind, name: "suite", exit: 1, file: mustWrite(t, c.content)}), c.want...)
		})
	}
}

func TestCollect_ASuiteThatProvesNothing_Fails(t *testing.T) {
	t.Parallel()
	onlySkipped := mustWrite(t, `{"Action":"run","Package":"p","Test":"TestA"}
{"Action":"skip","Package":"p","Test":"TestA"}`)
	wantResults(t, collect(step{kind: "go", name: "suite", file: onlySkipped}), "skip p TestA", "FAIL suite: the suite ran no test")

	missing := filepath.Join(t.TempDir(), "missing.json")
	if got := collect(step{kind: "vitest", name: "suite", file: missing}); len(got) != 1 || got[0].status != failed {
		t.Errorf("a missing file gives %v, want one failure", got)
	}
	if got := collect(step{kind: "playwright", name: "suite", file: mustWrite(t, `{"suites":[`)}); len(got) != 1 || got[0].status != failed {
		t.Errorf("half a file gives %v, want one failure", got)
	}

	passedButExit := mustWrite(t, `{"testResults":[{"assertionResults":[{"fullName":"a","status":"passed"}]}]}`)
	wantResults(t, collect(step{kind: "vitest", name: "suite", exit: 1, file: passedButExit}), "ok a", "FAIL suite: exit code 1 although no test failed")
}

func TestCollect_AStepIsOneTest(t *testing.T) {
	t.Parallel()
	log := mustWrite(t, "this line says why\n")
	wantResults(t, collect(step{kind: "step", name: "lint", file: log}), "ok lint")
	wantResults(t, collect(step{kind: "step", name: "lint", exit: 2, file: log}), "FAIL lint: this line says why")
}

func TestTotal_EndsWithTheSum(t *testing.T) {
	t.Parallel()
	steps := mustWrite(t, "step\tlint\t0\t3\tnone\nvitest\tunit\t1\t4\t"+mustWrite(t, vitestResults)+"\n")
	var out strings.Builder
	ok, err := total(steps, &out)
	if err != nil || ok {
		t.Errorf("total says %v, %v; want not ok", ok, err)
	}
	if !strings.HasSuffix(out.String(), "\n2 passed, 2 failed, 1 skipped\n") {
		t.Errorf("the output ends otherwise:\n%s", out.String())
	}
}

func wantResults(t *testing.T, got []result, want ...string) {
	t.Helper()
	var lines []string
	for _, r := range got {
		line := [...]string{"ok ", "FAIL ", "skip "}[r.status] + r.name
		if r.text != "" {
			line += ": " + reason(r.text)
		}
		lines = append(lines, line)
	}
	if g, w := strings.Join(lines, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("got\n%s\nwant\n%s", g, w)
	}
}

func mustWrite(t *testing.T, content string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}
