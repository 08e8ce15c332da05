package match

import (
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"verbatim/kb/meaning"
	"verbatim/kb/text"
)

// A maker makes phrasings of made words that are as rare as words are (Zipf),
// among words that real questions have.
type maker struct {
	random *rand.Rand
	zipf   *rand.Zipf
	words  []string
}

func newMaker(vocabulary int) *maker {
	m := &maker{random: rand.New(rand.NewPCG(1, 2))}
	m.zipf = rand.NewZipf(m.random, 1.2, 8, uint64(vocabulary-1))
	onsets := strings.Fields("b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sl sp st t th tr v w")
	vowels := strings.Fields("a e i o u ai ea ee oa ou y")
	codas := strings.Fields("- - - b ck d g l ll m n nd ng nt p r rd rm s ss st t x")
	part := func(of []string) string { return strings.Trim(of[m.random.IntN(len(of))], "-") }
	for range vocabulary {
		word := ""
		for range 2 + m.random.IntN(2) {
			word += part(onsets) + part(vowels) + part(codas)
		}
		m.words = append(m.words, word)
	}
	return m
}

func (m *maker) word() string { return m.words[m.zipf.Uint64()] }

// phrasing asks for a topic in other words each time.
func (m *maker) phrasing(topic []string) string {
	frames := [...]string{"what did %s say about %s and %s", "is %s for %s or %s", "%s %s %s", "how will the %s of %s help %s", "tell me what %s thinks of the %s %s please"}
	return fmt.Sprintf(frames[m.random.IntN(len(frames))], topic[m.random.IntN(len(topic))], topic[m.random.IntN(len(topic))], m.word())
}

func (m *maker) topic() []string {
	rare := func() string { return m.words[m.random.IntN(len(m.words))] }
	return []string{m.word(), rare(), m.word()}
}

// fill puts n phrasings into an index, six a group, and makes questions for
// some of the groups, one in three with a slip of the finger.
func (m *maker) fill(x *Index, n int) (questions []string) {
	const each, asked = 6, 2000
	for g := range n / each {
		topic := m.topic()
		group := Group{ID: int32(g)}
		for range each {
			group.Phrasings = append(group.Phrasings, text.Words(m.phrasing(topic)))
		}
		x.Put(group)
		if g%max(1, n/each/asked) == 0 {
			q := m.phrasing(topic)
			if g%3 == 0 {
				q = withTypo(q, m.random)
			}
			questions = append(questions, q)
		}
	}
	m.random.Shuffle(len(questions), func(i, j int) { questions[i], questions[j] = questions[j], questions[i] })
	return questions
}

// beforehandAsked is how many questions are asked before any is timed.
const beforehandAsked = 200

// reportQuestions asks one after the other, and reports the middle and the
// hundredth longest time of all.
func reportQuestions(b *testing.B, questions []string, ask func(q string)) {
	b.Helper()
	for _, q := range questions[:min(len(questions), beforehandAsked)] {
		ask(q) // what is counted at a first question
	}
	runtime.GC()
	var times []time.Duration
	for b.Loop() {
		start := time.Now()
		ask(questions[len(times)%len(questions)])
		times = append(times, time.Since(start))
	}
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)/2].Nanoseconds())/1e6, "p50-ms")
	b.ReportMetric(float64(times[len(times)*99/100].Nanoseconds())/1e6, "p99-ms")
}

func reportHeap(b *testing.B) {
	b.Helper()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.HeapInuse)/(1<<20), "heap-MB")
	b.ReportMetric(float64(m.Sys)/(1<<20), "peak-MB")
}

func askedOf(x *Index, m *Model) func(q string) {
	return func(q string) { x.Rank(asked(q), m, nil) }
}

// BenchmarkRank20000 asks 20,000 made phrasings.
func BenchmarkRank20000(b *testing.B) {
	x := New()
	questions := newMaker(20_000).fill(x, 20_000)
	reportQuestions(b, questions, askedOf(x, nil))
}

// BenchmarkRankMillion does the same of a million, which takes a minute to put
// in: only where VERBATIM_MILLION is set.
func BenchmarkRankMillion(b *testing.B) {
	if os.Getenv("VERBATIM_MILLION") == "" {
		b.Skip("SKIPPED, for it takes a minute: set VERBATIM_MILLION=1")
	}
	x := New()
	questions := newMaker(200_000).fill(x, 1_000_000)
	reportQuestions(b, questions, askedOf(x, nil))
	reportHeap(b)
	runtime.KeepAlive(x)
}

// BenchmarkRankMillionByMeaning asks a million phrasings by their words and by their
// vectors, of which signs tell which are worth a look: only where VERBATIM_MILLION is
// set. A question may take 15 ms.
func BenchmarkRankMillionByMeaning(b *testing.B) {
	if os.Getenv("VERBATIM_MILLION") == "" {
		b.Skip("SKIPPED, for it takes a minute: set VERBATIM_MILLION=1")
	}
	x, m := New(), newMaker(200_000)
	dice := rand.New(rand.NewPCG(3, 4))
	var questions []string
	vectors := map[string]meaning.Vector{}
	for g := range int32(1_000_000 / 6) {
		topic, subject := m.topic(), near(dice, meaning.Vector{}, 1)
		group := Group{ID: g}
		for range 6 {
			group.Phrasings = append(group.Phrasings, text.Words(m.phrasing(topic)))
			group.Vectors = append(group.Vectors, near(dice, subject, 0.3))
		}
		x.Put(group)
		if g%100 == 0 {
			q := m.phrasing(topic)
			questions, vectors[q] = append(questions, q), near(dice, subject, 0.3)
		}
	}
	reportQuestions(b, questions, func(q string) {
		v := vectors[q]
		x.Rank(Question{Words: text.Words(q), Vector: &v}, nil, nil)
	})
	reportHeap(b)
	runtime.KeepAlive(x)
}

// BenchmarkRankIntents asks the public intents, with what is learned of them.
func BenchmarkRankIntents(b *testing.B) {
	x, m, asked := intents(b)
	var questions []string
	for _, q := range asked {
		questions = append(questions, q.Question)
	}
	reportQuestions(b, questions, askedOf(x, m))
}

// BenchmarkPutAmong20000 adds a group with new words to 20,000 phrasings, and
// finds it.
func BenchmarkPutAmong20000(b *testing.B) {
	x := New()
	newMaker(20_000).fill(x, 20_000)
	n := int32(0)
	for b.Loop() {
		n++
		question := fmt.Sprintf("was barrel qq%dzz painted green", n)
		x.Put(Group{ID: 1_000_000 + n, Phrasings: cut(question)})
		if c := x.Rank(asked(question), nil, nil).Candidates; c[0].Group != 1_000_000+n {
			b.Fatalf("%q finds %v", question, c[0])
		}
	}
}

// BenchmarkIntents15000 is what a start of 15,000 phrasings takes until they are
// found, and until they have been learned.
func BenchmarkIntents15000(b *testing.B) {
	groups, _ := loadSet(b, "intents")
	b.Run("found", func(b *testing.B) {
		for b.Loop() {
			indexOf(groups).Rank(asked("how much is left on my card"), nil, nil)
		}
	})
	b.Run("learned", func(b *testing.B) {
		cut := grouped(groups)
		for b.Loop() {
			Learn(cut)
		}
	})
}
