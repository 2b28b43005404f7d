package web

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"
)

// app serves the files of the single-page app. Every path that is no file is a page of it, which index.html shows.
type app struct {
	files map[string]*file // by path, without those made by compression
	fs    fs.FS
}

// file is one file, with the forms in which it was compressed at the build.
type file struct {
	contentType string
	etag        string           // of files whose name does not tell their content
	sizes       map[string]int64 // by the ending of the form: "", ".br", ".gz"
}

// The forms of a file, the best first.
var forms = []struct{ encoding, ending string }{{"br", ".br"}, {"gzip", ".gz"}, {"", ""}}

// assets is where the build puts what is named by the hash of its content.
const assets = "assets/"

// newApp reads what there is. Files whose names begin with a dot are not served.
func newApp(files fs.FS) *app {
	a := &app{files: map[string]*file{}, fs: files}
	sizes := map[string]int64{}
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasPrefix(path.Base(name), ".") {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			sizes[name] = info.Size()
		}
		return err
	})
	if err != nil {
		panic("web: the app's files can't be read: " + err.Error()) // they are a part of the program
	}
	for name := range sizes {
		if ending := path.Ext(name); ending == ".br" || ending == ".gz" {
			continue
		}
		f := &file{contentType: contentType(name), sizes: map[string]int64{}}
		for _, form := range forms {
			if size, ok := sizes[name+form.ending]; ok {
				f.sizes[form.ending] = size
			}
		}
		if !strings.HasPrefix(name, assets) {
			f.etag = etag(files, name)
		}
		a.files[name] = f
	}
	return a
}

func etag(files fs.FS, name string) string {
	content, err := fs.ReadFile(files, name)
	if err != nil {
		panic("web: the app's files can't be read: " + err.Error())
	}
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:12])
}

// contentType does not ask the system, which may know other types elsewhere.
func contentType(name string) string {
	switch path.Ext(name) {
	case ".js", ".mjs":
		return "text/javascript; charset=utf-8"
	case ".json", ".map":
		return "application/json"
	case ".webmanifest":
		return "application/manifest+json"
	case ".woff2":
		return "font/woff2"
	case ".ttf":
		return "font/ttf"
	case ".ico":
		return "image/x-icon"
	case ".txt":
		return "text/plain; charset=utf-8"
	}
	if known := mime.TypeByExtension(path.Ext(name)); known != "" {
		return known
	}
	return "application/octet-stream"
}

// ServeHTTP serves a file, or the app's page for anything else.
func (a *app) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/")
	switch {
	case strings.HasPrefix(name, assets):
		if a.files[name] == nil { // of another version of the app: a page in its place would be taken for a script
			w.Header().Set("Cache-Control", "no-store")
			http.Error(w, "There is no such file.", http.StatusNotFound)
			return
		}
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		a.serve(w, r, name)
	case a.files[name] != nil && !strings.HasSuffix(name, ".html"):
		w.Header().Set("Cache-Control", "no-cache")
		a.serve(w, r, name)
	default:
		a.page("index.html").ServeHTTP(w, r)
	}
}

// page serves one page of the app, or says how to build it.
func (a *app) page(name string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if a.files[name] == nil {
			notBuilt(w)
			return
		}
		w.Header().Set("Cache-Control", "no-cache")
		a.serve(w, r, name)
	})
}

func (a *app) serve(w http.ResponseWriter, r *http.Request, name string) {
	f := a.files[name]
	h := w.Header()
	accepted := r.Header.Get("Accept-Encoding")
	encoding, ending := "", ""
	for _, form := range forms {
		if _, ok := f.sizes[form.ending]; ok && (form.encoding == "" || accepts(accepted, form.encoding)) {
			encoding, ending = form.encoding, form.ending
			break
		}
	}
	if len(f.sizes) > 1 {
		h.Set("Vary", "Accept-Encoding")
	}
	if f.etag != "" {
		tag := `"` + f.etag + ending + `"`
		h.Set("ETag", tag)
		if matches(r.Header.Get("If-None-Match"), tag) {
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	content, err := a.fs.Open(name + ending)
	if err != nil {
		panic(errors.Join(errors.New("web: a file of the app is gone"), err))
	}
	defer func() { _ = content.Close() }()
	if encoding != "" {
		h.Set("Content-Encoding", encoding)
	}
	h.Set("Content-Type", f.contentType)
	h.Set("Content-Length", strconv.FormatInt(f.sizes[ending], 10))
	w.WriteHeader(http.StatusOK)
	if r.Method != http.MethodHead {
		_, _ = io.Copy(w, content) // who went away needs no more
	}
}

// accepts tells whether the header Accept-Encoding allows encoding.
func accepts(header, encoding string) bool {
	for _, part := range strings.Split(header, ",") {
		name, q, _ := strings.Cut(strings.TrimSpace(part), ";")
		if !strings.EqualFold(strings.TrimSpace(name), encoding) {
			continue
		}
		weight, given := strings.CutPrefix(strings.TrimSpace(q), "q=")
		if !given {
			return true
		}
		value, err := strconv.ParseFloat(weight, 64)
		return err == nil && value > 0
	}
	return false
}

func matches(header, tag string) bool {
	for _, each := range strings.Split(header, ",") {
		each = strings.TrimPrefix(strings.TrimSpace(each), "W/")
		if each == tag || each == "*" {
			return true
		}
	}
	return false
}

// notBuilt is the page of a server that was built without the app.
func notBuilt(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(http.StatusServiceUnavailable)
	_, _ = io.WriteString(w, `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Delegated Admin: the front end is not built</title>
<h1>The front end is not built</h1>
<p>The API answers at <code>/graphql</code>, but this server was built without its pages.</p>
<p>Build everything and start the demo: <code>make run</code></p>
<p>Or build the front end alone with <code>make frontend</code>, then start the server again.</p>
</html>
`)
}
