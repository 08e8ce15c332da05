// Package completion says what a shell may put in the place of what is being typed: the
// commands, their options, the values of those, and ids of the database.
//
// It must never open a database, nor know one command by its name: it reads the grammar
// of the command line. Only cmd/verbatim calls it.
package completion

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// Tag is how a field of the command line says that its values are ids: their kind, of
// which the IDs of a [Line] are asked.
const Tag = "complete"

//go:embed completion.bash
var bash string

//go:embed completion.zsh
var zsh string

//go:embed completion.fish
var fish string

// Scripts are what the shells read, by their names. Each has the program say what may
// stand, a candidate a line with what it is after a tab, and completes names of files
// where that is nothing.
var Scripts = map[string]string{"bash": bash, "zsh": zsh, "fish": fish}

// A Line is a command line that is being typed.
type Line struct {
	Grammar *kong.Node
	Words   []string // without the program; the last is being typed and may be empty
	// IDs gives the ids of a kind that begin so, where the words before name the
	// options that they do; nil: none are known.
	IDs func(kind, typed string, options map[string]string) []string
}

// A Candidate may stand in the place of the last word.
type Candidate struct {
	Text string
	Is   string // what it is, in a sentence; may be empty
}

// Candidates are what may stand; none where a file or free text is expected.
func (l Line) Candidates() []Candidate {
	words := slices.Clone(l.Words)
	if len(words) == 0 || words[len(words)-1] == "=" { // bash cuts there
		words = append(words, "")
	}
	words = slices.DeleteFunc(words, func(w string) bool { return w == "=" })
	typed := words[len(words)-1]
	at := read(l.Grammar, words[:len(words)-1])
	prefix := ""
	var all []Candidate
	switch option, value, cut := strings.Cut(typed, "="); {
	case at.open != nil:
		all = l.values(at.open.Value, typed, at)
	case cut && at.option(option) != nil:
		prefix, typed = option+"=", value
		all = l.values(at.option(option).Value, value, at)
	case strings.HasPrefix(typed, "-"):
		all = at.options()
	case !at.node.Leaf():
		for _, c := range at.node.Leaves(true) {
			all = append(all, Candidate{c.Name, c.Help})
		}
	default:
		if v := at.argument(); v != nil {
			all = l.values(v, typed, at)
		}
	}
	var fit []Candidate
	for _, c := range all {
		if strings.HasPrefix(c.Text, typed) {
			fit = append(fit, Candidate{prefix + c.Text, c.Is})
		}
	}
	return fit
}

// values are those that an option or an argument may have.
func (l Line) values(v *kong.Value, typed string, at place) (all []Candidate) {
	for _, value := range v.EnumSlice() {
		if value != "" {
			all = append(all, Candidate{Text: value})
		}
	}
	if kind := v.Tag.Get(Tag); kind != "" && l.IDs != nil {
		for _, id := range l.IDs(kind, typed, at.given) {
			all = append(all, Candidate{Text: id})
		}
	}
	return all
}

// A place is where in the grammar words lead.
type place struct {
	node      *kong.Node
	open      *kong.Flag        // an option that waits for its value
	arguments int               // that stand already
	given     map[string]string // the values of options
}

func read(grammar *kong.Node, words []string) place {
	at := place{node: grammar, given: map[string]string{}}
	for _, word := range words {
		name, value, cut := strings.Cut(word, "=")
		option := at.option(name)
		switch {
		case at.open != nil:
			at.given[at.open.Name], at.open = word, nil
		case option != nil && cut:
			at.given[option.Name] = value
		case option != nil && !option.IsBool():
			at.open = option
		case strings.HasPrefix(word, "-"):
		case at.node.Leaf():
			at.arguments++
		default:
			at.enter(word)
		}
	}
	return at
}

// enter goes on to a command.
func (p *place) enter(name string) {
	for _, c := range p.node.Children {
		if c.Name == name {
			p.node = c
		}
	}
}

// option is the one of a name with its dashes, or nil.
func (p place) option(name string) *kong.Flag {
	for _, group := range p.node.AllFlags(true) {
		for _, f := range group {
			if name == "--"+f.Name || f.Short != 0 && name == "-"+string(f.Short) {
				return f
			}
		}
	}
	return nil
}

func (p place) options() (all []Candidate) {
	for _, group := range p.node.AllFlags(true) {
		for _, f := range group {
			all = append(all, Candidate{"--" + f.Name, f.Help})
		}
	}
	return all
}

// argument is the one that is being typed, or nil.
func (p place) argument() *kong.Value {
	all := p.node.Positional
	switch {
	case p.arguments < len(all):
		return all[p.arguments]
	case len(all) > 0 && all[len(all)-1].IsCumulative():
		return all[len(all)-1]
	}
	return nil
}
