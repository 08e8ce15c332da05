package load_test

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"verbatim/bot/discordtest"
)

// sharedOut says among how many processes the servers are shared out.
type sharedOut struct{ processes, shards, servers, each, atOnce, rounds int }

func TestManyShards(t *testing.T) {
	with := sharedOut{processes: 2, shards: 4, servers: 8, each: 8, atOnce: 8, rounds: 1}
	if *load {
		with = sharedOut{processes: 4, shards: 16, servers: 1000, each: 8, atOnce: 64, rounds: 20}
	}
	ours, bare := with.gather(t), with.gather(t)
	database, program := filepath.Join(t.TempDir(), "verbatim.db"), build(t)
	for n := range with.processes {
		from, to := with.part(n)
		serveOn(t, ours.d, program, database, "--shards", fmt.Sprintf("%d-%d/%d", from, to, with.shards))
		with.echo(t, bare.d, n)
	}
	for _, c := range []*crowd{ours, bare} {
		connected(t, time.Minute, func() bool { return len(c.d.Shards()) == with.shards })
	}
	if *load {
		time.Sleep(5 * time.Second) // to learn
	}
	beside(t, bare, ours, with.atOnce, with.rounds, 500*time.Millisecond)
}

// gather brings people to so many servers.
func (s sharedOut) gather(t *testing.T) *crowd {
	c := gather(t, 0, discordtest.Remember(500))
	c.d.IdentifyAtOnce(s.shards)
	for n := range s.servers {
		server := c.d.Guild(fmt.Sprint("server ", n))
		for p := range s.each {
			c.people = append(c.people, server.Member(fmt.Sprintf("p%d-%d", n, p)))
		}
	}
	c.listen()
	return c
}

// part is which shards a process has.
func (s sharedOut) part(process int) (from, to int) {
	each := s.shards / s.processes
	return process * each, (process+1)*each - 1
}

// echoEnv makes the test binary a process of an echo bot.
const echoEnv = "VERBATIM_LOAD_ECHO"

// echo runs a process of an echo bot until the test ends.
func (s sharedOut) echo(t *testing.T, d *discordtest.Discord, process int) {
	t.Helper()
	from, to := s.part(process)
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%s %s %d %d %d", echoEnv, d.Token(), d.URL(), from, to, s.shards))
	cmd.Stderr = t.Output()
	in, err := cmd.StdinPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = in.Close()
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
	})
}

func TestMain(m *testing.M) {
	what, is := os.LookupEnv(echoEnv)
	if !is {
		os.Exit(m.Run())
	}
	if err := echoUntilEnd(what); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// echoUntilEnd echoes until nobody holds the other end of its input.
func echoUntilEnd(what string) error {
	var token, address string
	var from, to, of int
	if _, err := fmt.Fscan(strings.NewReader(what), &token, &address, &from, &to, &of); err != nil {
		return err
	}
	for shard := from; shard <= to; shard++ {
		s, err := echoing(token, address, shard, of)
		if err != nil {
			return err
		}
		defer func() { _ = s.Close() }()
	}
	_, err := io.Copy(io.Discard, os.Stdin)
	return err
}

// connected waits for longer than the stand-in itself.
func connected(t *testing.T, within time.Duration, is func() bool) {
	t.Helper()
	for end := time.Now().Add(within); !is(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("it has not connected within %v", within)
		}
	}
}
