// Package play plays conversations that are written down with the stand-in, and
// compares what people saw.
package play

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"verbatim/bot/discordtest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// Patience is how long the stand-in waits in a conversation: what people see is
// not to turn on how busy the machine is.
const Patience = time.Minute

// Conversations runs each file that fits the pattern as a test of its own: it
// starts a stand-in, lets start connect a bot to it, plays the conversation
// and compares what people saw. With the test flag -update, which the calling
// test declares, it writes what they saw into the file instead.
//
// A file is a txtar archive. Its section "people" says who is where, one a
// line; its section "conversation" has what they do and, behind "< ", what
// they then see. Other sections are for start, and can be attached as @name:
//
//	-- people --
//	ann in News, manages
//	bob in News
//	cai alone, speaks zh-CN
//	eve in Elsewhere, foreign
//	-- conversation --
//	ann> /ask question: Can the engine think?
//	< No. It does what we know how to order it to do.
//	< [Context] [Cite]
//	bob presses Context
//	bob types> /ask question: eng
//	bob takes 1
//	ann chooses Who said that?
//	ann fills Question=What is it? | Answer=An engine.
//	ann uses Find the source on the last message
//	ann waits for more
//	ann> @bot who said that?
//	cai> what is it
//
// Whoever is "alone" writes direct messages; others write in the channel
// "general" of their server.
func Conversations(t *testing.T, pattern string, start func(*testing.T, *discordtest.Discord, *txtar.Archive)) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("play: no conversation fits %s (%v)", pattern, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)), func(t *testing.T) {
			t.Parallel()
			converse(t, file, start)
		})
	}
}

func converse(t *testing.T, file string, start func(*testing.T, *discordtest.Discord, *txtar.Archive)) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	d := discordtest.Start(t, discordtest.AcknowledgeWithin(Patience), discordtest.AllowPrivileged())
	s := &stage{t: t, d: d, archive: archive, people: map[string]*discordtest.Person{}}
	s.enter(section(archive, "people"))
	start(t, d, archive)
	d.WaitConnected()
	old := section(archive, "conversation")
	played := s.play(string(old.Data))
	if updating() {
		old.Data = []byte(played)
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(strings.Split(string(old.Data), "\n"), strings.Split(played, "\n")); diff != "" {
		t.Errorf("%s: people saw something else (-want +got; -update takes it over):\n%s", file, diff)
	}
}

// section is a file of the archive; a missing one is empty.
func section(a *txtar.Archive, name string) *txtar.File {
	for i := range a.Files {
		if a.Files[i].Name == name {
			return &a.Files[i]
		}
	}
	return &txtar.File{Name: name}
}

// updating tells whether the test was called with -update. The flag is looked
// up, not declared, so that a test may declare it for its other files too.
func updating() bool {
	f := flag.Lookup("update")
	return f != nil && f.Value.String() == "true"
}

// enter brings the people of the section "people" to their places.
func (s *stage) enter(people *txtar.File) {
	for line := range strings.SplitSeq(string(bytes.TrimSpace(people.Data)), "\n") {
		parts := strings.Split(line, ", ")
		name, place, in := strings.Cut(parts[0], " in ")
		if !in {
			name = strings.TrimSuffix(parts[0], " alone")
			s.people[name] = s.d.User(name)
		} else {
			s.people[name] = s.member(name, place, parts[1:])
		}
		for _, part := range parts[1:] {
			if locale, ok := strings.CutPrefix(part, "speaks "); ok {
				s.people[name].Speaks(locale)
			}
			if role, ok := strings.CutPrefix(part, "wears "); ok {
				s.people[name].Wears(role)
			}
		}
	}
}

func (s *stage) member(name, place string, traits []string) *discordtest.Person {
	guild := s.d.Guild
	var rights []discordtest.Right
	for _, trait := range traits {
		switch trait {
		case "foreign":
			guild = s.d.Foreign
		case "manages":
			rights = append(rights, discordtest.ManageServer)
		case "administers":
			rights = append(rights, discordtest.Administrator)
		}
	}
	return guild(place).Member(name, rights...)
}
