package serve

import (
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"

	"verbatim/kb/library"
)

// metrics count what the bot does, for Prometheus. They are the Metrics of bot and
// of bot/gateway.
type metrics struct {
	registry *prometheus.Registry

	questions          *prometheus.CounterVec
	answering          *prometheus.HistogramVec
	matching           prometheus.Histogram
	events, ends       *prometheus.CounterVec
	requests           *prometheus.CounterVec
	identifies, paused prometheus.Counter
	panics             prometheus.Counter
	facts              prometheus.Collector
}

// Bounds of the histograms, in seconds: an answer has 3 s, a match is to take
// 150 µs.
var (
	answerBounds = []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 1.5, 3, 10}
	matchBounds  = []float64{.00005, .0001, .00015, .0003, .001, .003, .01, .03, .1, .3, 1}
)

func newMetrics(l *library.Library) *metrics {
	counters := func(name, help string, labels ...string) *prometheus.CounterVec {
		return prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: "verbatim", Name: name, Help: help}, labels)
	}
	counter := func(name, help string) prometheus.Counter {
		return prometheus.NewCounter(prometheus.CounterOpts{Namespace: "verbatim", Name: name, Help: help})
	}
	m := &metrics{
		registry:  prometheus.NewRegistry(),
		questions: counters("questions_total", "Questions, by how they ended.", "outcome"),
		answering: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Namespace: "verbatim", Name: "answer_seconds", Buckets: answerBounds,
			Help: "Time from an event to its reply at Discord, by whether Discord took it.",
		}, []string{"taken"}),
		matching: prometheus.NewHistogram(prometheus.HistogramOpts{
			Namespace: "verbatim", Name: "match_seconds", Buckets: matchBounds, Help: "Time that the matcher took for a question.",
		}),
		events:     counters("gateway_events_total", "Events from Discord, by their name there.", "event"),
		ends:       counters("gateway_reconnects_total", "Connections to Discord that ended, by why.", "reason"),
		requests:   counters("rest_requests_total", "Attempts of calls to Discord; status 0: no answer came.", "route", "status"),
		identifies: counter("gateway_identifies_total", "IDENTIFYs, of which Discord allows 1,000 a day."),
		paused:     counter("rest_paused_total", "Calls not made because Discord refused too many before."),
		panics:     counter("panics_total", "Handlers that panicked."),
	}
	m.facts = prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Namespace: "verbatim", Name: "facts", Help: "Facts that count everywhere.",
	}, func() float64 { return float64(factsIn(l)) })
	m.registry.MustRegister(m.questions, m.answering, m.matching, m.events, m.ends, m.requests, m.identifies, m.paused,
		m.panics, m.facts, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// watch shows whether questions come in.
func (m *metrics) watch(ready func() bool) {
	m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Namespace: "verbatim", Name: "ready", Help: "1 when all ties to Discord are there, else 0.",
	}, func() float64 {
		if ready() {
			return 1
		}
		return 0
	}))
}

func factsIn(l *library.Library) int {
	n := 0
	for _, s := range l.Statements("") {
		n += len(s.Facts)
	}
	return n
}

func (m *metrics) Asked(outcome string, matching time.Duration) {
	m.questions.WithLabelValues(outcome).Inc()
	if matching > 0 {
		m.matching.Observe(matching.Seconds())
	}
}

func (m *metrics) Sent(took time.Duration, taken bool) {
	m.answering.WithLabelValues(strconv.FormatBool(taken)).Observe(took.Seconds())
}

// counted are the events that are counted by their names; whatever else comes is one
// number, for names come from outside and each would be kept for ever.
var counted = map[string]bool{
	"READY": true, "RESUMED": true, "INTERACTION_CREATE": true, "MESSAGE_CREATE": true, "MESSAGE_UPDATE": true, "MESSAGE_DELETE": true,
	"GUILD_CREATE": true, "GUILD_UPDATE": true, "GUILD_DELETE": true, "GUILD_ROLE_CREATE": true, "GUILD_ROLE_UPDATE": true,
	"GUILD_ROLE_DELETE": true, "CHANNEL_CREATE": true, "CHANNEL_UPDATE": true, "CHANNEL_DELETE": true, "THREAD_CREATE": true,
	"THREAD_UPDATE": true, "THREAD_DELETE": true, "THREAD_LIST_SYNC": true, "RATE_LIMITED": true,
}

func (m *metrics) Event(kind string) {
	if !counted[kind] {
		kind = "other"
	}
	m.events.WithLabelValues(kind).Inc()
}

func (m *metrics) Ended(reason string) { m.ends.WithLabelValues(reason).Inc() }
func (m *metrics) Identified()         { m.identifies.Inc() }
func (m *metrics) Paused()             { m.paused.Inc() }
func (m *metrics) Panicked()           { m.panics.Inc() }

func (m *metrics) Request(route string, status int, _ time.Duration) {
	label := strconv.Itoa(status)
	if status != 0 && http.StatusText(status) == "" {
		label = "other"
	}
	m.requests.WithLabelValues(route, label).Inc()
}
