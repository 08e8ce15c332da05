//go:build twin

package twin_test

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// twin is the other stand-in, as a process of Node's.
type twin struct {
	t    *testing.T
	in   io.Writer
	said chan json.RawMessage
	wire *wire

	Rest, Gateway, Token, Channel, User, Bot string
}

// install lets npm fetch the twin into a folder of the test's.
func install(t *testing.T) (folder string) {
	t.Helper()
	for _, tool := range []string{"node", "npm"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("THE TWIN IS NOT ASKED: there is no %s", tool)
		}
	}
	folder = t.TempDir()
	for _, name := range []string{"package.json", "twin.js"} {
		content, err := os.ReadFile(filepath.Join("testdata", name))
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, name), content, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	npm := exec.CommandContext(t.Context(), "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts")
	npm.Dir = folder
	if out, err := npm.CombinedOutput(); err != nil {
		t.Skipf("THE TWIN IS NOT ASKED: npm could not install it: %v\n%s", err, out)
	}
	return folder
}

// start starts the twin, and the program at it.
func start(t *testing.T) *twin {
	t.Helper()
	node := exec.Command("node", "twin.js")
	node.Dir, node.Stderr = install(t), t.Output()
	in, err := node.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := node.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := node.Start(); err != nil {
		t.Fatal(err)
	}
	w := &twin{t: t, in: in, said: make(chan json.RawMessage, 1)}
	go w.listen(out)
	t.Cleanup(func() {
		_ = in.Close()
		_ = node.Process.Kill()
		_ = node.Wait()
	})
	w.hear(w)
	w.wire = between(t, w)
	w.serve()
	return w
}

func (w *twin) listen(out io.Reader) {
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if said, ok := strings.CutPrefix(lines.Text(), "twin "); ok {
			w.said <- json.RawMessage(said)
		}
	}
}

// hear waits for what the twin says next.
func (w *twin) hear(into any) {
	w.t.Helper()
	select {
	case said := <-w.said:
		if err := json.Unmarshal(said, into); err != nil {
			w.t.Fatal(err)
		}
	case <-time.After(20 * time.Second):
		w.t.Fatal("the twin says nothing")
	}
}

// serve builds the program and lets it serve until the test ends.
func (w *twin) serve() {
	w.t.Helper()
	dir := w.t.TempDir()
	path := filepath.Join(dir, "verbatim")
	if out, err := exec.Command("go", "build", "-o", path, "verbatim/cmd/verbatim").CombinedOutput(); err != nil {
		w.t.Fatalf("the program cannot be built: %v\n%s", err, out)
	}
	program := exec.Command(path, "--db", filepath.Join(dir, "verbatim.db"), "serve")
	program.Env = append(os.Environ(), "DISCORD_TOKEN="+w.Token, "DISCORD_API_URL="+w.wire.url, "VERBATIM_HTTP=")
	program.Stderr = w.t.Output()
	if err := program.Start(); err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() {
		_ = program.Process.Signal(syscall.SIGTERM)
		if err := program.Wait(); err != nil {
			w.t.Errorf("the program ended with %v", err)
		}
	})
	w.wire.wait(w.t, "PUT /applications/"+w.Bot+"/commands")
}
