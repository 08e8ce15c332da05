package confine

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// atOnce is how many children run at a time.
const atOnce = 2

var running = make(chan struct{}, atOnce)

// Read gives what the reader of a kind makes of in. The error is a [Failure], or
// that of ctx. Waiting for other
// readings to end counts against ctx, and not against the time of this one.
func (k *Kind) Read(ctx context.Context, in []byte) ([]byte, error) {
	if isChild {
		return nil, &Failure{Reason: ErrStart, Cause: errors.New("a child starts none")}
	}
	select {
	case running <- struct{}{}:
		defer func() { <-running }()
	case <-ctx.Done():
		return nil, fmt.Errorf("wait to read a file: %w", ctx.Err())
	}
	timed, cancel := context.WithTimeout(ctx, k.limits.Time)
	defer cancel()
	c := start(timed, k, in)
	err := c.cmd.Start()
	if err != nil {
		return nil, &Failure{Reason: ErrStart, Cause: err}
	}
	watched := c.watch(k.limits.Memory)
	out, answer := c.answer(k.limits.Output)
	err = c.cmd.Wait()
	if tooLarge := watched(); answer == nil && err == nil {
		return out, nil
	} else if tooLarge {
		return nil, &Failure{ErrMemory, k.limits.Advice, errors.New("the process that reads was too large")}
	}
	if ctx.Err() != nil {
		return nil, fmt.Errorf("read a file: %w", ctx.Err())
	}
	return nil, c.reason(timed, k.limits.Advice, err)
}

// A call is one child, and what it says.
type call struct {
	cmd  *exec.Cmd
	out  io.ReadCloser
	said tail
}

func start(ctx context.Context, k *Kind, in []byte) *call {
	c := &call{cmd: exec.CommandContext(ctx, program())}
	c.cmd.Args = []string{childName, k.name}
	c.cmd.Env = environment()
	c.cmd.Stdin = bytes.NewReader(in)
	c.cmd.Stderr = &c.said
	c.cmd.WaitDelay = time.Second // then its pipes are closed, whoever holds them
	c.out, _ = c.cmd.StdoutPipe() // fails where it is set already
	return c
}

// environment is what a child needs of it: on Windows, where the system is.
func environment() []string {
	env := []string{"GOTRACEBACK=none"}
	if root := os.Getenv("SYSTEMROOT"); root != "" {
		env = append(env, "SYSTEMROOT="+root)
	}
	return env
}

// answer reads the length of the answer and the answer.
func (c *call) answer(most int) ([]byte, error) {
	var length [8]byte
	if _, err := io.ReadFull(c.out, length[:]); err != nil {
		return nil, err
	}
	n := binary.BigEndian.Uint64(length[:])
	if n > uint64(most) {
		return nil, ErrBroken
	}
	out := make([]byte, n)
	_, err := io.ReadFull(c.out, out)
	return out, err
}

// watch looks how large the child is, and kills it when it is too large. The
// function that is given ends that, and says whether it was so.
func (c *call) watch(most int64) func() bool {
	const above = 96 << 20 // the bare process, and what the runtime maps
	done, large := make(chan struct{}), make(chan bool, 1)
	go func() {
		ticks := time.NewTicker(20 * time.Millisecond)
		defer ticks.Stop()
		for {
			select {
			case <-done:
				large <- false
				return
			case <-ticks.C:
			}
			if !raced && resident(c.cmd.Process.Pid) > most+above {
				_ = c.cmd.Process.Kill()
				large <- true
				return
			}
		}
	}()
	return func() bool { close(done); return <-large }
}

// reason says why a child has given no answer.
func (c *call) reason(ctx context.Context, advice string, err error) error {
	state, said := c.cmd.ProcessState, c.said.String()
	cause := fmt.Errorf("the process that reads ended: %w; it said: %q", err, said)
	if err == nil {
		cause = fmt.Errorf("the process that reads broke off; it said: %q", said)
	}
	code := -1
	if state != nil {
		code = state.ExitCode()
	}
	switch {
	case code == endMemory, code == endOutput, ranOut(said):
		return &Failure{ErrMemory, advice, cause}
	case code == endTime, ctx.Err() != nil, state != nil && outOfTime(state.Sys()):
		return &Failure{ErrTime, advice, cause}
	}
	return &Failure{ErrBroken, advice, cause}
}

// ranOut reports whether the runtime said at its end that it got no more memory: for its
// heap, its stacks, its own tables or a thread.
func ranOut(said string) bool {
	return slices.ContainsFunc([]string{
		"out of memory", "cannot allocate memory", "stack overflow", "cannot map pages", "failed to reserve",
		"failed to create new OS thread", "pthread_create failed",
	}, func(words string) bool { return strings.Contains(said, words) })
}

// A tail keeps the first bytes of what is written to it.
type tail struct{ bytes.Buffer }

func (t *tail) Write(p []byte) (int, error) {
	const most = 2000
	t.Buffer.Write(p[:min(len(p), most-min(most, t.Len()))])
	return len(p), nil
}

// program gives the file of the program that runs. On Linux it is the running one
// even when another version was put in its place.
func program() string {
	if runtime.GOOS == "linux" {
		if _, err := os.Stat("/proc/self/exe"); err == nil {
			return "/proc/self/exe"
		}
	}
	return found
}

// found is the file of the program as it was at the start, before anything changed
// the working directory.
var found = func() string {
	if path, err := os.Executable(); err == nil {
		return path
	}
	path, err := exec.LookPath(os.Args[0])
	if err != nil {
		path = os.Args[0]
	}
	if absolute, err := filepath.Abs(path); err == nil {
		return absolute
	}
	return path
}()
