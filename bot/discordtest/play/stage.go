package play

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"verbatim/bot/discordtest"

	"golang.org/x/tools/txtar"
)

// stage is a conversation while it is played.
type stage struct {
	t       *testing.T
	d       *discordtest.Discord
	archive *txtar.Archive
	people  map[string]*discordtest.Person
	replies []*discordtest.Reply
	typing  *discordtest.Typing
}

// silence is how long a line that needs no answer waits for one.
const silence = 50 * time.Millisecond

// play does what each line says, and returns the lines with what was seen
// after each.
func (s *stage) play(script string) string {
	var out strings.Builder
	for line := range strings.SplitSeq(strings.TrimRight(script, "\n"), "\n") {
		if strings.HasPrefix(line, "<") {
			continue
		}
		out.WriteString(line + "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		for seen := range strings.SplitSeq(s.act(line), "\n") {
			if seen != "" {
				seen = " " + seen
			}
			out.WriteString("<" + seen + "\n")
		}
	}
	return out.String()
}

// act does one line and returns what the person then sees.
func (s *stage) act(line string) string {
	name, what, _ := strings.Cut(line, " ")
	what = strings.TrimSpace(what)
	name, writes := strings.CutSuffix(name, ">")
	p := s.people[name]
	if p == nil {
		s.t.Fatalf("play: nobody is called %q in %q", name, line)
	}
	if writes {
		return s.write(p, what)
	}
	verb, rest, _ := strings.Cut(what, " ")
	if verb == "types>" {
		command, options := s.command(p, rest)
		s.typing = p.Type(command, options...)
		return s.typing.Text()
	}
	return s.see(s.do(p, verb, rest))
}

// do does what a verb says.
func (s *stage) do(p *discordtest.Person, verb, rest string) *discordtest.Reply {
	switch verb {
	case "takes":
		n, _ := strconv.Atoi(rest)
		return s.typing.Take(n)
	case "presses":
		return s.with(p, func(r *discordtest.Reply) bool { return r.HasButton(rest) }).Press(rest)
	case "chooses":
		labels := strings.Split(rest, " | ")
		return s.with(p, func(r *discordtest.Reply) bool { return r.HasMenu(labels[0]) }).Choose(labels...)
	case "fills":
		return s.last().Form().Fill(assignments(rest)...)
	case "uses":
		return p.Apps(p.Last(), strings.TrimSuffix(rest, " on the last message"))
	case "answers>":
		return p.Answers(s.last(), rest)
	case "waits":
		return s.last().Next()
	}
	s.t.Fatalf("play: %q is nothing that a person does: see Conversations", verb)
	return nil
}

func (s *stage) see(r *discordtest.Reply) string {
	s.replies = append(s.replies, r)
	return r.Text()
}

func (s *stage) last() *discordtest.Reply {
	if len(s.replies) == 0 {
		s.t.Fatal("play: nothing was answered yet")
	}
	return s.replies[len(s.replies)-1]
}

// with is the last reply that p sees and that has such a component, or else
// the last one.
func (s *stage) with(p *discordtest.Person, fits func(*discordtest.Reply) bool) *discordtest.Reply {
	for _, r := range slices.Backward(s.replies) {
		if r := r.As(p); fits(r) {
			return r
		}
	}
	return s.last().As(p)
}

// write writes a command, a mention, a direct message, or what the bot has no
// part in.
func (s *stage) write(p *discordtest.Person, what string) string {
	said, mentions := strings.CutPrefix(what, "@bot ")
	switch {
	case strings.HasPrefix(what, "/"):
		command, options := s.command(p, what)
		return s.see(p.Slash(command, options...))
	case mentions:
		return s.see(p.Mention(said))
	case p.IsAlone():
		return s.see(p.Direct(what))
	}
	if overheard := p.Overhears(what); !overheard.Nothing(silence) {
		return s.see(overheard)
	}
	return "(nobody answers)"
}

// command takes "/fact add source: a b text: c" apart. Only names of options
// that the command has are taken for such.
func (s *stage) command(p *discordtest.Person, line string) (command string, options []any) {
	words := strings.Fields(strings.TrimPrefix(line, "/"))
	if len(words) == 0 {
		s.t.Fatalf("play: %q is no command", line)
	}
	names := p.Options(words[0])
	for i, name := range names {
		names[i] = regexp.QuoteMeta(name)
	}
	line = strings.TrimPrefix(line, "/")
	if len(names) == 0 {
		return line, nil
	}
	found := regexp.MustCompile(` (`+strings.Join(names, "|")+`):(?: |$)`).FindAllStringSubmatchIndex(line, -1)
	command = line
	for i, at := range found {
		end := len(line)
		if i == 0 {
			command = line[:at[0]]
		}
		if i+1 < len(found) {
			end = found[i+1][0]
		}
		options = append(options, line[at[2]:at[3]], s.value(strings.TrimSpace(line[at[1]:end])))
	}
	return command, options
}

// value is what stands behind an option; @name is a file of the archive.
func (s *stage) value(text string) any {
	name, attached := strings.CutPrefix(text, "@")
	if f := section(s.archive, name); attached && f.Data != nil {
		return discordtest.File{Name: name, Type: "text/plain", Body: f.Data}
	}
	return text
}

// assignments takes "Question=a | Answer=b" apart; \n is a new line.
func assignments(text string) []string {
	var out []string
	for part := range strings.SplitSeq(text, " | ") {
		label, value, _ := strings.Cut(part, "=")
		out = append(out, strings.TrimSpace(label), strings.ReplaceAll(strings.TrimSpace(value), `\n`, "\n"))
	}
	return out
}
