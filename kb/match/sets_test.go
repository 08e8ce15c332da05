package match

import (
	"bufio"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"verbatim/kb/text"
)

// sets is where the public question sets lie, if they are there.
const sets = "../../../shared/eval"

type setQuestion struct {
	Question string
	Expect   []string
	group    int32
}

// loadSet reads a public question set: the phrasings or the text of each group,
// and the questions that some group answers.
func loadSet(t testing.TB, name string) (groups [][]string, questions []setQuestion) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(sets, name+".knowledge.json"))
	if err != nil {
		t.Skipf("SKIPPED, the public question sets are not at %s: %v", sets, err)
	}
	var set struct {
		Sources []struct{ ID, Text string }
		Facts   []struct {
			ID, Question string
			AlsoAsked    []string `json:"also_asked"`
		}
	}
	if err := json.Unmarshal(b, &set); err != nil {
		t.Fatal(err)
	}
	ids := map[string]int32{}
	for _, f := range set.Facts {
		ids[name+"/"+f.ID] = int32(len(groups))
		groups = append(groups, append([]string{f.Question}, f.AlsoAsked...))
	}
	for _, s := range set.Sources {
		if s.Text != "" {
			ids[name+"/"+s.ID+"#1"] = int32(len(groups))
			groups = append(groups, []string{s.Text})
		}
	}
	return groups, readQuestions(t, name, ids)
}

func readQuestions(t testing.TB, name string, ids map[string]int32) (questions []setQuestion) {
	t.Helper()
	f, err := os.Open(filepath.Join(sets, name+".questions.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var q setQuestion
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			t.Fatal(err)
		}
		if len(q.Expect) > 0 {
			q.group = ids[q.Expect[0]]
		}
		questions = append(questions, q)
	}
	return questions
}

func indexOf(groups [][]string) *Index {
	x := New()
	if longest(groups) > passageLetters {
		x = ForTexts()
	}
	for _, g := range grouped(groups) {
		x.Put(g)
	}
	return x
}

// passageLetters is the length from which a group is a passage of a text.
const passageLetters = 300

func longest(groups [][]string) (most int) {
	for _, g := range groups {
		for _, s := range g {
			most = max(most, len(s))
		}
	}
	return most
}

func grouped(phrasings [][]string) (groups []Group) {
	for g, texts := range phrasings {
		group := Group{ID: int32(g), Phrasings: cut(texts...)}
		var plain []string
		for _, s := range texts {
			if len(s) > passageLetters {
				plain = append(plain, windows(s)...)
			} else {
				plain = append(plain, text.Plain(s))
			}
		}
		group.Vectors = encoder().EncodeAll(plain)
		groups = append(groups, group)
	}
	return groups
}

var learned struct {
	sync.Once
	index     *Index
	model     *Model
	questions []setQuestion
}

// intents are the public intents with what is learned of them, which takes some
// seconds, once.
func intents(t testing.TB) (*Index, *Model, []setQuestion) {
	t.Helper()
	groups, questions := loadSet(t, "intents")
	learned.Do(func() {
		learned.index, learned.model, learned.questions = indexOf(groups), Learn(grouped(groups)), questions
	})
	return learned.index, learned.model, learned.questions
}

func rightFirst(questions []setQuestion, answer func(string) int32) float64 {
	right, all := 0, 0
	for _, q := range questions {
		if len(q.Expect) == 0 {
			continue
		}
		all++
		if answer(q.Question) == q.group {
			right++
		}
	}
	return 100 * float64(right) / float64(all)
}

// TestEvidence prints what the evidence brings on the public sets, and fails
// when it brings less than it did.
func TestEvidence(t *testing.T) {
	for _, c := range []struct {
		set   string
		least float64
	}{
		{"faq", 84}, {"passages-en", 95}, {"passages-ar", 92.5}, {"passages-zh", 95},
	} {
		t.Run(c.set, func(t *testing.T) {
			groups, questions := loadSet(t, c.set)
			x := indexOf(groups)
			got := rightFirst(questions, func(q string) int32 { return x.Rank(asked(q), nil, nil).Candidates[0].Group })
			t.Logf("right first %.1f %%", got)
			if got < c.least {
				t.Errorf("right first %.1f %%, was at least %.1f %%", got, c.least)
			}
		})
	}
}

// TestLinear does the same for the linear model on groups of many phrasings.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	groups, questions := loadSet(t, "intents")
	taught := grouped(groups)
	m := train(taught)
	got := rightFirst(questions, func(q string) int32 {
		d := m.Decisions(text.Words(q))
		best, most := int32(-1), math.Inf(-1)
		for _, g := range taught {
			if value, _ := d.Of(g.ID); value > most {
				best, most = g.ID, value
			}
		}
		return best
	})
	t.Logf("right first %.1f %%", got)
	if got < 93 {
		t.Errorf("right first %.1f %%, was at least 93 %%", got)
	}
}
