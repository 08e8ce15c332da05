package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"verbatim/bot/discordtest"
	"verbatim/kb/file"
)

// killsUsual is how often the program is killed; VERBATIM_KILLS says another
// number. Adds go on until that, 200 at least, and some between two kills.
const (
	killsUsual   = 5
	addsLeast    = 200
	addsBetween  = 4
	addTakesMost = 50 * time.Millisecond // what the first is taken to take
)

// serving starts the real program and waits until it is connected.
func serving(t *testing.T, d *discordtest.Discord, database string) *exec.Cmd {
	t.Helper()
	c := exec.Command("verbatim", "--db", database, "serve")
	c.Env = append(os.Environ(), "DISCORD_TOKEN="+d.Token(), "DISCORD_API_URL="+d.URL(), "VERBATIM_HTTP=", "DISCORD_TOKEN_FILE=")
	c.Stderr = os.Stderr
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	d.WaitConnected()
	d.WaitCommands()
	return c
}

// kill ends it as a power cut would, at this very moment.
func kill(c *exec.Cmd) {
	_ = c.Process.Kill()
	_ = c.Wait() // it was killed, which is an error
}

func TestKilledAtAnyMomentEveryAddThatWasToldOfIsThere(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	kills := killsUsual
	if n, err := strconv.Atoi(os.Getenv("VERBATIM_KILLS")); err == nil {
		kills = n
	}
	d := discordtest.Start(t, discordtest.AcknowledgeWithin(1500*time.Millisecond), discordtest.Patience(5*time.Second))
	var people []*discordtest.Person // many, for one person may not do so much at once
	for i := range 40 {
		people = append(people, d.Guild("News").Member(fmt.Sprint("mia-", i), discordtest.ManageServer))
	}
	database := filepath.Join(t.TempDir(), "test.db")
	write(t, database, shippedDatabase(t))
	told, tried, takes := map[string]bool{}, 0, addTakesMost
	for round := range kills {
		program := serving(t, d, database)
		dead := make(chan struct{})
		due := max(addsBetween, (addsLeast*(round+1))/kills-tried) // adds of this round before the killing one
		for i := 0; ; i++ {
			tried++
			if i == due-1 {
				time.AfterFunc(rand.N(takes*3/2), func() { // before, during and after it
					kill(program)
					close(dead)
				})
			}
			question := fmt.Sprintf("Who keeps the lighthouse number %d?", tried)
			began := time.Now()
			if addFact(people[tried%len(people)], question, tried) {
				told[question] = true
				takes = time.Since(began)
			}
			if i >= due-1 {
				break
			}
		}
		<-dead
		d.Drop()
	}
	held := exported(t, database, d.Guild("News").ID())
	for question := range told {
		if held[question] == "" {
			t.Errorf("told of and not there: %s", question)
		}
	}
	for question, answer := range held {
		if n := strings.TrimSuffix(strings.TrimPrefix(question, "Who keeps the lighthouse number "), "?"); answer != "Keeper "+n+"." {
			t.Errorf("half of it is there: %s %q", question, answer)
		}
	}
	t.Logf("%d kills: %d adds tried, %d told of, %d there", kills, tried, len(told), len(held))
	if len(told) < tried-2*kills { // each kill may keep one from being told of
		t.Errorf("only %d of %d adds were told of", len(told), tried)
	}
}

// addFact adds a fact, and tells whether the moderator was told that it is
// saved.
func addFact(p *discordtest.Person, question string, n int) bool {
	opened := p.Slash("fact add", "source", "syria-china-2025-11-17/trt-2025-11-17")
	if !opened.Answered() {
		return false
	}
	saved := opened.Form().Fill("Question", question, "Answer", fmt.Sprintf("Keeper %d.", n), "Said by", "both sides")
	return saved.Answered() && strings.Contains(saved.Text(), "Saved.")
}

// exported are the answers of a server's own facts, by question.
func exported(t *testing.T, database, server string) map[string]string {
	t.Helper()
	code, out, errs := runOn(t, database, "", "export", "--server", server)
	if code != exitDone {
		t.Fatalf("export: %s", errs)
	}
	statements, err := file.Read("export", bytes.NewReader([]byte(out)))
	if err != nil {
		t.Fatal(err)
	}
	held := map[string]string{}
	for _, s := range statements {
		for _, f := range s.Facts {
			held[f.Question] = f.Answer
		}
	}
	return held
}
