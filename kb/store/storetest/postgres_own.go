//go:build unix

package storetest

import (
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A cluster is a PostgreSQL server of our own, in a folder for temporary files.
type cluster struct {
	folder string
	port   int
	as     *syscall.Credential // who runs it; nil: this user
	run    *exec.Cmd           // nil while it is down
	ended  chan struct{}       // closed when run has ended
}

// OwnPostgres starts a server of the programs that are installed (as Debian's
// package postgresql brings them) and stops it when the test ends. Where there
// are none, the test is skipped, or fails if [ServerEnv] wants one.
func OwnPostgres(t testing.TB) *Server {
	t.Helper()
	if _, err := program("initdb"); err != nil {
		if os.Getenv(ServerEnv) != "" {
			t.Fatalf("there is no PostgreSQL to test with, and %s wants one: %v", ServerEnv, err)
		}
		t.Skip("SKIPPED: there is no PostgreSQL to test with; apt-get install postgresql, or give the URL of a server in " + ServerEnv)
	}
	c, err := newCluster()
	if err != nil {
		t.Fatalf("make a PostgreSQL server: %v", err)
	}
	t.Cleanup(func() {
		c.kill()
		_ = os.RemoveAll(c.folder)
	})
	s := &Server{admin: fmt.Sprintf("postgres://postgres@127.0.0.1:%d/postgres?connect_timeout=2", c.port), own: c}
	s.Start(t)
	return s
}

// Kill ends the server of [OwnPostgres] and all its processes with SIGKILL.
func (s *Server) Kill() { s.own.kill() }

// Freeze stops all its processes where they are, and Thaw lets them go on.
func (s *Server) Freeze() { s.own.signal(syscall.SIGSTOP) }

// Thaw undoes Freeze.
func (s *Server) Thaw() { s.own.signal(syscall.SIGCONT) }

// Start starts it again and waits until it answers.
func (s *Server) Start(t testing.TB) {
	t.Helper()
	for range 100 {
		if s.own.run == nil {
			if err := s.own.start(); err != nil {
				t.Fatalf("start PostgreSQL: %v", err)
			}
		}
		if answers(s.admin) {
			return
		}
		select {
		case <-s.own.ended: // the memory of the one before was not free yet
			s.own.run = nil
		case <-time.After(100 * time.Millisecond):
		}
	}
	log, _ := os.ReadFile(filepath.Join(s.own.folder, "log"))
	t.Fatalf("PostgreSQL does not answer:\n%s", log)
}

// newCluster makes the folder of a server.
func newCluster() (*cluster, error) {
	folder, err := os.MkdirTemp("", "verbatim-postgres-")
	if err != nil {
		return nil, err
	}
	c := &cluster{folder: folder}
	if os.Geteuid() == 0 { // PostgreSQL refuses to run as root
		if c.as, err = somebody(); err != nil {
			return nil, err
		}
		if err := os.Chown(folder, int(c.as.Uid), int(c.as.Gid)); err != nil {
			return nil, err
		}
	}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	c.port = free.Addr().(*net.TCPAddr).Port
	_ = free.Close() // it was only to find a port
	cmd, err := c.command("initdb", "-D", c.data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
	if err != nil {
		return nil, err
	}
	if said, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("initdb: %w: %s", err, said)
	}
	return c, nil
}

func (c *cluster) data() string { return filepath.Join(c.folder, "data") }

// somebody is the user that runs a server for root.
func somebody() (*syscall.Credential, error) {
	u, err := user.Lookup("postgres")
	if err != nil {
		u, err = user.Lookup("nobody")
	}
	if err != nil {
		return nil, err
	}
	uid, errUID := strconv.ParseUint(u.Uid, 10, 32)
	gid, errGID := strconv.ParseUint(u.Gid, 10, 32)
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, errors.Join(errUID, errGID)
}

// program finds one of PostgreSQL's programs, of the newest version.
func program(name string) (string, error) {
	if path, err := exec.LookPath(name); err == nil {
		return path, nil
	}
	all, err := filepath.Glob("/usr/lib/postgresql/*/bin/" + name)
	if err != nil || len(all) == 0 {
		return "", fmt.Errorf("%s is not installed", name)
	}
	slices.SortFunc(all, func(a, b string) int { return len(a) - len(b) })
	return all[len(all)-1], nil
}

// command prepares one of them, in a process group of its own.
func (c *cluster) command(name string, args ...string) (*exec.Cmd, error) {
	path, err := program(name)
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(path, args...)
	cmd.Dir = c.folder
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Credential: c.as}
	return cmd, nil
}

// start starts the server, without waiting for it.
func (c *cluster) start() error {
	log, err := os.OpenFile(filepath.Join(c.folder, "log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer func() { _ = log.Close() }() // the server has its own
	cmd, err := c.command("postgres", "-D", c.data(), "-p", strconv.Itoa(c.port), "-k", c.folder, "-c", "listen_addresses=127.0.0.1")
	if err != nil {
		return err
	}
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Start(); err != nil {
		return err
	}
	c.run, c.ended = cmd, make(chan struct{})
	go func() {
		_ = cmd.Wait() // it is killed
		close(c.ended)
	}()
	return nil
}

func (c *cluster) kill() {
	if c.run == nil {
		return
	}
	c.signal(syscall.SIGSTOP) // so that no new process is missed
	c.signal(syscall.SIGKILL)
	<-c.ended
	c.run = nil
}

// signal sends a signal to all processes of the server, each of which has a
// group of its own, and to the server last, as long as they are its children.
// One that has ended by itself needs none.
func (c *cluster) signal(s syscall.Signal) {
	server := c.run.Process.Pid
	if s == syscall.SIGSTOP {
		_ = syscall.Kill(server, s) // it makes no more of them
	}
	for _, pid := range append(children(server), server) {
		_ = syscall.Kill(pid, s)
	}
}

// children are the processes that another has started, as Linux tells of them:
// the fourth field of stat is the parent
// (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html).
func children(parent int) (pids []int) {
	all, _ := filepath.Glob("/proc/[0-9]*/stat") // the pattern is valid
	for _, path := range all {
		stat, err := os.ReadFile(path)
		if err != nil {
			continue // it has ended
		}
		pid, rest, _ := strings.Cut(string(stat), " (")
		fields := strings.Fields(rest[strings.LastIndexByte(rest, ')')+1:])
		if len(fields) > 1 && fields[1] == strconv.Itoa(parent) {
			if n, err := strconv.Atoi(pid); err == nil {
				pids = append(pids, n)
			}
		}
	}
	return pids
}
