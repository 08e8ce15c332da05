package load_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"verbatim/bot/discordtest"
)

// program is the real one, as a process of its own.
type program struct {
	*exec.Cmd
	log *bytes.Buffer
}

// serve builds the program and has it serve at a stand-in until the test ends.
func serve(t *testing.T, d *discordtest.Discord) *program {
	t.Helper()
	p := serveOn(t, d, build(t), filepath.Join(t.TempDir(), "verbatim.db"))
	d.WaitConnected()
	d.WaitCommands()
	return p
}

// build builds the program.
func build(t *testing.T) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "verbatim")
	if out, err := exec.Command("go", "build", "-o", path, "verbatim/cmd/verbatim").CombinedOutput(); err != nil {
		t.Fatalf("the program cannot be built: %v\n%s", err, out)
	}
	return path
}

// serveOn has a built program serve on a database until the test ends.
func serveOn(t *testing.T, d *discordtest.Discord, path, database string, args ...string) *program {
	t.Helper()
	p := &program{Cmd: exec.Command(path, append([]string{"--db", database, "serve"}, args...)...), log: &bytes.Buffer{}}
	p.Env = append(os.Environ(), "DISCORD_TOKEN="+d.Token(), "DISCORD_API_URL="+d.URL(), "VERBATIM_HTTP=")
	p.Stderr = p.log
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.end(t) })
	return p
}

// end ends the program, if that has not been done.
func (p *program) end(t *testing.T) {
	t.Helper()
	if p.ProcessState != nil {
		return
	}
	_ = p.Process.Signal(syscall.SIGTERM)
	if err := p.Wait(); err != nil {
		t.Errorf("the program ended with %v:\n%s", err, p.log)
	}
}

// processor is the processor time that the process has taken, which no other work on the
// machine can change.
func (p *program) processor(t *testing.T) time.Duration {
	t.Helper()
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", p.Process.Pid))
	if err != nil {
		t.Skip("PROCESSOR TIME IS NOT MEASURED: ", err)
	}
	_, after, _ := strings.Cut(string(stat), ") ") // the name may have spaces in it
	fields := strings.Fields(after)
	user, err := strconv.Atoi(fields[11]) // utime, in hundredths of a second (proc(5))
	if err != nil {
		t.Fatal(err)
	}
	system, err := strconv.Atoi(fields[12])
	if err != nil {
		t.Fatal(err)
	}
	return time.Duration(user+system) * 10 * time.Millisecond
}

// resident is the memory that the process holds, in MB of a million bytes.
func (p *program) resident(t *testing.T) float64 {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.Process.Pid))
	if err != nil {
		t.Skip("RESIDENT MEMORY IS NOT MEASURED: ", err)
	}
	for line := range strings.SplitSeq(string(status), "\n") {
		if kilobytes, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(kilobytes), " kB"))
			if err != nil {
				t.Fatal(err)
			}
			return float64(n) * 1024 / 1e6
		}
	}
	t.Fatal("there is no VmRSS")
	return 0
}

// restMost is what the program may hold at rest, in MB.
const restMost = 50

func TestMemoryAtRest(t *testing.T) {
	if !*load {
		t.Skip("measured with -load only: it builds the program")
	}
	c := gather(t, 1)
	p := serve(t, c.d)
	for range 20 {
		time.Sleep(500 * time.Millisecond)
		t.Logf("%.1f MB", p.resident(t))
	}
	if got := p.resident(t); got > restMost {
		t.Errorf("%.1f MB at rest, want at most %d", got, restMost)
	}
}
