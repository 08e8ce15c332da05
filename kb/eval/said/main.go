// Command said learns from labelled articles who an article says said a quotation, and
// writes it as coefficients to kb/article/learned.json:
//
//	go run ./kb/eval/said [-w] [-v] [-files] kb/article/testdata
//
// Below each article of NAME.txtar a file NAME.want tells, a line a quotation, who the
// article says said it (- for nobody; several right names with slashes between) and its
// words. What is in blind.txtar and aside-two.txtar is never learned from, and only counted.
//
// It prints what comes out when articles are left out of the learning: each fifth in
// turn, and with -files each file in turn. Without -w nothing is written.
//
// What kinds words are of, words.txt teaches, and which are of men and which of women,
// genders.txt. They have none that stand in what is kept aside and in no other article, so that the figure of what is kept aside is not flattered; that of
// articles that are left out is, because the words of all others were known when it was
// written.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/txtar"

	"verbatim/kb/article"
	"verbatim/kb/trust"
)

func main() {
	write := flag.Bool("w", false, "write the coefficients")
	misses := flag.Bool("v", false, "print each quotation that goes wrong")
	files := flag.Bool("files", false, "leave out each file too")
	out := flag.String("o", "kb/article/learned.json", "where the coefficients are")
	flag.Parse()
	if err := learn(flag.Arg(0), *out, *write, *misses, *files); err != nil {
		fmt.Fprintln(os.Stderr, "said:", err)
		os.Exit(1)
	}
}

// A story is a labelled article.
type story struct {
	file, name, text string
	said             map[string][]string // by the words of a quotation: who said it, in all right ways
	wanted           int
}

func readStories(dir string) ([]story, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.txtar"))
	if err != nil {
		return nil, err
	}
	var all []story
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			return nil, err
		}
		for i := 0; i+1 < len(archive.Files); i += 2 {
			s := story{file: strings.TrimSuffix(filepath.Base(path), ".txtar"), name: archive.Files[i].Name, text: string(archive.Files[i].Data), said: map[string][]string{}}
			for _, line := range strings.Split(strings.TrimSpace(string(archive.Files[i+1].Data)), "\n") {
				who, words, _ := strings.Cut(line, " | ")
				s.said[words] = strings.Split(strings.TrimPrefix(who, "-"), " / ")
				s.wanted++
			}
			all = append(all, s)
		}
	}
	return all, nil
}

// A choice is a quotation with its candidates.
type choice struct {
	candidates []article.Candidate
	right      []bool
}

// choicesOf reads a story, and goes on as if all before had been given to who said it.
func choicesOf(s story, l *article.Learned) []choice {
	var all []choice
	l.Weigh(s.text, func(q article.Quotation, candidates []article.Candidate) int {
		said, labelled := s.said[q.Text]
		c := choice{candidates: slices.Clone(candidates)}
		best := -1
		for i, candidate := range candidates {
			right := labelled && slices.Contains(said, candidate.SaidBy)
			if right && best < 0 {
				best = i
			}
			c.right = append(c.right, right)
		}
		if labelled {
			all = append(all, c)
		}
		return best
	})
	return all
}

// How the forests are grown.
var (
	grown         = trust.Growth{Trees: 900, Depth: 5, Rate: 0.05, Rows: 0.5, Signals: 0.25, Least: 3, Seed: 1, Groups: article.SignalGroups()}
	grownMentions = trust.Growth{Trees: 250, Depth: 4, Rate: 0.06, Rows: 0.6, Signals: 0.3, Least: 4, Seed: 1}
)

// grow learns from choices in which somebody is right.
func grow(all []choice) *trust.Forest {
	var samples []trust.Sample
	for n, c := range all {
		if !slices.Contains(c.right, true) {
			continue
		}
		for i := range c.candidates {
			samples = append(samples, trust.Sample{Row: c.candidates[i].Row, So: c.right[i], Weight: 1, Choice: n + 1})
		}
	}
	return trust.Grow(article.Signals, samples, grown)
}

// A count is how many quotations are wanted, found, among whose candidates is who said
// them, and given to him.
type count struct{ articles, wanted, found, possible, given int }

func (c *count) add(o count) {
	c.articles, c.wanted, c.found, c.possible, c.given = c.articles+o.articles, c.wanted+o.wanted, c.found+o.found, c.possible+o.possible, c.given+o.given
}

func (c count) String() string {
	return fmt.Sprintf("%3d articles, %3d quotations, %3d found, %3d possible, %3d right (%.1f %%)", c.articles, c.wanted, c.found, c.possible, c.given, 100*float64(c.given)/float64(max(1, c.wanted)))
}

// judge counts what a forest makes of a story.
func judge(s story, l *article.Learned, misses bool) count {
	n := count{articles: 1, wanted: s.wanted}
	l.Weigh(s.text, func(q article.Quotation, candidates []article.Candidate) int {
		said, labelled := s.said[q.Text]
		best := l.Choose(candidates)
		if !labelled {
			return best
		}
		n.found++
		possible := slices.ContainsFunc(candidates, func(c article.Candidate) bool { return slices.Contains(said, c.SaidBy) })
		if possible {
			n.possible++
		}
		by := ""
		if best >= 0 {
			by = candidates[best].SaidBy
		}
		if slices.Contains(said, by) {
			n.given++
		} else if misses {
			fmt.Printf("%s/%s: %q is said by %q, want %q: %s\n", s.file, s.name, q.Text, by, said, why(l, candidates, best, said))
		}
		return best
	})
	return n
}

// why tells what sort of miss it is.
func why(l *article.Learned, all []article.Candidate, chosen int, said []string) string {
	right := -1
	for i, c := range all {
		if slices.Contains(said, c.SaidBy) && (right < 0 || l.Speakers.Odds(c.Row) > l.Speakers.Odds(all[right].Row)) {
			right = i
		}
	}
	if chosen < 0 {
		return "no candidates"
	}
	c := all[chosen]
	if right < 0 {
		for _, who := range said {
			if who != "" && (strings.Contains(c.SaidBy, who) || strings.Contains(who, c.SaidBy)) {
				return "no candidate: other words"
			}
		}
		return "no candidate: " + how(c)
	}
	r := all[right]
	kind := "another"
	switch {
	case c.SaidBy == "":
		kind = "nobody instead"
	case r.SaidBy == "":
		kind = "somebody instead of nobody"
	case strings.Contains(c.SaidBy, r.SaidBy) || strings.Contains(r.SaidBy, c.SaidBy) || c.Named != "" && r.Named != "" && c.Named != r.Named && (strings.Contains(c.Named, r.Named) || strings.Contains(r.Named, c.Named)):
		kind = "other words"
	case c.Named == r.Named:
		kind = "stands for another"
	}
	return kind + ": " + how(c) + "; " + how(r) + fmt.Sprintf(" (%.2f)", l.Speakers.Odds(c.Row)-l.Speakers.Odds(r.Row))
}

// how tells how a candidate is named and where it stands.
func how(c article.Candidate) string {
	at := func(signal string) float64 { return c.Row[slices.Index(article.Signals, signal)] }
	what := ""
	for _, h := range []string{"by name", "by pronoun", "by phrase", "by noun", "span", "by nothing", "nobody"} {
		if at(h) == 1 {
			what = h
		}
	}
	if at("stands for") == 1 {
		what += fmt.Sprintf(" for one %v ago", at("sentences ago"))
	}
	switch at("side") {
	case -1:
		if c.Named != "" {
			what += " before"
		}
	case 0:
		what += " inside"
	case 1:
		what += " behind"
	}
	return what + " " + fmt.Sprintf("%q", c.Named)
}

// parts is into how many parts the articles are cut, of which each is left out once.
const parts = 5

func learn(dir, out string, write, misses, files bool) error {
	stories, err := readStories(dir)
	if err != nil {
		return err
	}
	words, err := teachWords()
	if err != nil {
		return err
	}
	spans := make([][]spanChoice, len(stories))
	for i, s := range stories {
		spans[i] = spansOf(s, words)
	}
	leaveOut(stories, spans, words, "fifth", misses, func(i int) string { return fmt.Sprint(i % parts) })
	if files {
		leaveOut(stories, spans, words, "file", false, func(i int) string { return stories[i].file })
	}
	if !write {
		return nil
	}
	whole := teach(stories, spans, words, func(int) bool { return true })
	var seen count
	aside := map[string]*count{}
	for _, s := range stories {
		if kept[s.file] {
			if aside[s.file] == nil {
				aside[s.file] = &count{}
			}
			aside[s.file].add(judge(s, whole, false))
		} else {
			seen.add(judge(s, whole, false))
		}
	}
	fmt.Println("learned from:", seen)
	for _, file := range slices.Sorted(maps.Keys(aside)) {
		fmt.Printf("kept aside, %s: %v\n", file, aside[file])
	}
	b, err := json.Marshal(whole)
	if err != nil {
		return err
	}
	return os.WriteFile(out, append(b, '\n'), 0o644)
}

// folds is into how many parts the articles are cut to learn from: who speaks is learned
// from mentions as they are found in articles that were not learned from.
const folds = 3

// teach learns from the articles of some numbers.
func teach(stories []story, spans [][]spanChoice, words *article.Words, with func(i int) bool) *article.Learned {
	var from []int
	for i := range stories {
		if !kept[stories[i].file] && with(i) {
			from = append(from, i)
		}
	}
	var all []choice
	for fold := range folds {
		l := &article.Learned{Words: words, Mentions: growMentions(spans, from, func(n int) bool { return n%folds != fold })}
		for n, i := range from {
			if n%folds == fold {
				all = append(all, choicesOf(stories[i], l)...)
			}
		}
	}
	return &article.Learned{
		Words: words, Speakers: grow(all),
		Mentions: growMentions(spans, from, func(int) bool { return true }),
	}
}

// growMentions learns which words name somebody from those of some articles.
func growMentions(spans [][]spanChoice, from []int, with func(n int) bool) *trust.Forest {
	var samples []trust.Sample
	number := 0
	for n, i := range from {
		if !with(n) {
			continue
		}
		for _, c := range spans[i] {
			number++
			for k := range c.rows {
				samples = append(samples, trust.Sample{Row: c.rows[k], So: c.right[k], Weight: 1, Choice: number})
			}
		}
	}
	return trust.Grow(article.SpanSignals, samples, grownMentions)
}

// A spanChoice is words that stand over each other, of which some name a speaker.
type spanChoice struct {
	rows  [][]float64
	right []bool
}

// spansOf are the choices at each place of a story where somebody is named who speaks.
func spansOf(s story, words *article.Words) []spanChoice {
	l := &article.Learned{Words: words}
	names := map[string]bool{}
	for _, said := range s.said {
		for _, who := range said {
			names[who] = who != ""
		}
	}
	all := l.Spans(s.text)
	var choices []spanChoice
	for i := 0; i < len(all); i++ {
		if !names[all[i].Name] {
			continue
		}
		start, end := all[i].Start, all[i].End
		for _, o := range all {
			if names[o.Name] && o.Start < end && o.End > start {
				start, end = min(start, o.Start), max(end, o.End)
			}
		}
		var c spanChoice
		for k, o := range all {
			if o.Start < end && o.End > start {
				c.rows, c.right = append(c.rows, o.Row), append(c.right, names[o.Name])
				if names[o.Name] {
					i = max(i, k)
				}
			}
		}
		choices = append(choices, c)
	}
	return choices
}

// kept are the files that are kept aside.
var kept = map[string]bool{"blind": true, "aside-two": true}

// leaveOut prints what comes out for each group of articles when it is left out.
func leaveOut(stories []story, spans [][]spanChoice, words *article.Words, what string, misses bool, group func(i int) string) {
	var groups []string
	for i := range stories {
		if g := group(i); !kept[stories[i].file] && !slices.Contains(groups, g) {
			groups = append(groups, g)
		}
	}
	byFile := map[string]*count{}
	var all count
	var wait sync.WaitGroup
	learned := make([]*article.Learned, len(groups))
	busy := make(chan bool, 2)
	for n, g := range groups {
		wait.Go(func() {
			busy <- true
			learned[n] = teach(stories, spans, words, func(i int) bool { return group(i) != g })
			<-busy
		})
	}
	wait.Wait()
	for i, s := range stories {
		if kept[s.file] {
			continue
		}
		c := judge(s, learned[slices.Index(groups, group(i))], misses)
		all.add(c)
		language, _, _ := strings.Cut(s.name, "-")
		for _, key := range []string{s.file, language} {
			if byFile[key] == nil {
				byFile[key] = &count{}
			}
			byFile[key].add(c)
		}
	}
	fmt.Printf("each %s left out: %v\n", what, all)
	var keys []string
	for k := range byFile {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		fmt.Printf("  %-10s %v\n", k, *byFile[k])
	}
}
