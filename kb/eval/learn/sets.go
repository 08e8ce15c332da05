package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"verbatim/kb"
	"verbatim/kb/file"
)

// A set is a knowledge and what is asked of it.
type set struct {
	name       string // of the statement: sets of one name are left out together
	text       bool   // it is a whole text, without facts
	far        bool   // its questions are in other words than what answers them: asked, and not learned from
	statements []*kb.Statement
	questions  []question
}

// A question of a set. Facts are those that answer it; of a text, Needle and NeedleOr
// are words of a passage that does.
type question struct {
	Question   string
	Lang       string
	Answerable bool
	Near       string
	Kind       string
	Fact       []string
	Expect     []string // the same, in the files of the relevance suite
	Style      string
	Previous   string
	Needle     string
	NeedleOr   []string `json:"needle_or"`
}

// phrasings are how many the facts of a set are left, one number after the other: more
// of them where the facts have many.
func (s *set) phrasings() []int {
	for _, f := range s.statements[0].Facts {
		if len(f.AlsoAsked) > 10 {
			return []int{0, 1, 3, 10}
		}
	}
	return []int{0}
}

// readSets reads all sets of folders. One name twice is one set.
func readSets(dirs []string) (sets []set, err error) {
	seen := map[string]bool{}
	for _, dir := range dirs {
		names, err := filepath.Glob(filepath.Join(dir, "*", "*.questions.jsonl"))
		if err != nil || len(names) == 0 {
			return nil, fmt.Errorf("%s has no sets: %w", dir, err)
		}
		for _, name := range names {
			base := strings.TrimSuffix(name, ".questions.jsonl")
			if id := filepath.Base(filepath.Dir(base)) + "/" + filepath.Base(base); seen[id] {
				continue
			} else {
				seen[id] = true
			}
			s, err := readSet(base)
			if err != nil {
				return nil, err
			}
			sets = append(sets, s)
		}
	}
	return sets, nil
}

func readSet(base string) (s set, err error) {
	s.name = filepath.Base(base)
	s.far = strings.HasSuffix(filepath.Dir(base), "-far")
	if s.questions, err = readQuestions(base + ".questions.jsonl"); err != nil {
		return s, err
	}
	if f, err := os.Open(base + ".knowledge.json"); err == nil {
		statements, err := file.Read(f.Name(), f)
		if err != nil {
			return s, err
		}
		s.statements = statements
		return s, f.Close()
	}
	b, err := os.ReadFile(base + ".txt")
	if err != nil {
		return s, err
	}
	s.text = true
	s.statements = []*kb.Statement{{ID: s.name, Title: s.name, Date: "2000-01-01", Parties: []string{"A party"}, Sources: []kb.Source{{
		ID: "text", Title: s.name, Publisher: "A publisher", Kind: kb.KindStatement, Text: string(b),
	}}}}
	return s, nil
}

func readQuestions(name string) (all []question, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var q question
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, q)
	}
	return all, nil
}

var space = regexp.MustCompile(`[\s\x{00a0}]+`)

// isAnsweredBy reports whether a passage of a text answers a question of it.
func (q *question) isAnsweredBy(passage string) bool {
	flat := func(s string) string { return strings.TrimSpace(space.ReplaceAllString(s, " ")) }
	if !q.Answerable {
		return false
	}
	for _, needle := range append([]string{q.Needle}, q.NeedleOr...) {
		if needle != "" && strings.Contains(flat(passage), flat(needle)) {
			return true
		}
	}
	return false
}

// readShipped reads the shipped statements and the questions of the relevance suite
// that were looked at while it was tuned: knowledge with many phrasings.
func readShipped(dir, questions string) (s set, err error) {
	s.name = "shipped"
	if s.statements, err = file.ReadFolder(os.DirFS(dir)); err != nil {
		return s, err
	}
	for _, part := range []string{"open", "reworded"} {
		all, err := readQuestions(filepath.Join(questions, part+".jsonl"))
		if err != nil {
			return s, err
		}
		for _, q := range all {
			if q.Previous == "" {
				q.Fact, q.Answerable = q.Expect, len(q.Expect) > 0
				s.questions = append(s.questions, q)
			}
		}
	}
	return s, nil
}
