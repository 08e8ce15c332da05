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
func (s *Server) Freeze() { _ = syscall.Kill(-s.own.run.Process.Pid, syscall.SIGSTOP) }

// Thaw undoes Freeze.
func (s *Server) Thaw() { _ = syscall.Kill(-s.own.run.Process.Pid, syscall.SIGCONT) }

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
	_ = syscall.Kill(-c.run.Process.Pid, syscall.SIGKILL) // it may have ended by itself
	<-c.ended
	c.run = nil
}
