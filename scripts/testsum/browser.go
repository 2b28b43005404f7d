package main

import (
	"encoding/json"
	"io"
	"regexp"
	"strings"
)

var ansi = regexp.MustCompile("\x1b\\[[0-9;]*m")

// parseVitest reads the file of vitest's reporter "json".
func parseVitest(r io.Reader) ([]result, error) {
	var report struct {
		TestResults []struct {
			Name, Status, Message string
			AssertionResults      []struct {
				FullName, Status string
				FailureMessages  []string
			}
		}
	}
	if err := json.NewDecoder(r).Decode(&report); err != nil {
		return nil, err
	}
	var results []result
	for _, file := range report.TestResults {
		bad := false
		for _, t := range file.AssertionResults {
			res := result{name: t.FullName}
			switch t.Status {
			case "passed":
			case "failed":
				bad = true
				res.status, res.text = failed, clean(strings.Join(t.FailureMessages, "\n"))
			default:
				res.status, res.text = skipped, t.Status
			}
			results = append(results, res)
		}
		if file.Status == "failed" && !bad {
			results = append(results, result{file.Name, failed, clean(file.Message)})
		}
	}
	return results, nil
}

type suite struct {
	Title  string
	Suites []suite
	Specs  []struct {
		Title string
		File  string
		Tests []struct {
			ProjectName string
			Status      string
			Annotations []struct{ Type, Description string }
			Results     []struct {
				Errors []struct{ Message string }
			}
		}
	}
}

// parsePlaywright reads the file of Playwright's reporter "json". A test that passed only when tried again has failed.
func parsePlaywright(r io.Reader) ([]result, error) {
	var report struct {
		Suites []suite
		Errors []struct{ Message string }
	}
	if err := json.NewDecoder(r).Decode(&report); err != nil {
		return nil, err
	}
	var results []result
	for _, e := range report.Errors {
		results = append(results, result{"start", failed, clean(e.Message)})
	}
	var walk func(path string, s suite)
	walk = func(path string, s suite) {
		path = strings.TrimPrefix(path+" › "+s.Title, " › ")
		for _, spec := range s.Specs {
			for _, t := range spec.Tests {
				res := result{name: path + " › " + spec.Title}
				if t.ProjectName != "" {
					res.name = "[" + t.ProjectName + "] " + res.name
				}
				switch t.Status {
				case "expected":
				case "skipped":
					res.status = skipped
					for _, a := range t.Annotations {
						res.text += a.Description + " "
					}
				default:
					res.status, res.text = failed, t.Status+"\n"
					for _, run := range t.Results {
						for _, e := range run.Errors {
							res.text += clean(e.Message) + "\n"
						}
					}
				}
				results = append(results, res)
			}
		}
		for _, child := range s.Suites {
			walk(path, child)
		}
	}
	for _, s := range report.Suites {
		walk("", s)
	}
	return results, nil
}

func clean(text string) string {
	return ansi.ReplaceAllString(text, "")
}
