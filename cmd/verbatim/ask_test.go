package main

import (
	"encoding/json"
	"strings"
	"testing"

	"verbatim/cmd/verbatim/wire"
)

// answers asks each question in a line of its own.
func answers(t *testing.T, questions ...string) []wire.Answer {
	t.Helper()
	code, out, errs := runWith(t, strings.Join(questions, "\n")+"\n", "ask", "--json")
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	if code != exitDone || len(lines) != len(questions) {
		t.Fatalf("exit code %d, %d lines for %d questions: %s", code, len(lines), len(questions), errs)
	}
	all := make([]wire.Answer, len(lines))
	for i, line := range lines {
		if err := json.Unmarshal([]byte(line), &all[i]); err != nil {
			t.Fatalf("line %d is no JSON: %v\n%s", i+1, err, line)
		}
	}
	return all
}

func TestWhatMayStandInALine(t *testing.T) {
	const taiwan = "What did Syria say about Taiwan?"
	cases := []struct{ what, line, reason string }{
		{"a question", taiwan, ""},
		{"one in JSON", `{"question": "` + taiwan + `", "previous": ""}`, ""},
		{"with the line break of Windows", taiwan + "\r", ""},
		{"nothing", "", "empty"},
		{"spaces", " \t ", "empty"},
		{"words of no language", "qwxz vbnk", "unknown"},
		{"more than a megabyte", strings.Repeat("taiwan ", 1<<18), "empty"},
		{"a question after it", taiwan, ""},
	}
	lines := make([]string, len(cases))
	for i, c := range cases {
		lines[i] = c.line
	}
	for i, a := range answers(t, lines...) {
		if a.Reason != cases[i].reason || a.Answered != (a.Reason == "") {
			t.Errorf("%s: answered %v, reason %q; want reason %q", cases[i].what, a.Answered, a.Reason, cases[i].reason)
		}
	}
}

func TestBadLinesAreSurvived(t *testing.T) {
	for i, a := range answers(
		t, "\xff\xfe taiwan \xc3", strings.Repeat("why ", 2500), strings.Repeat("x", 10_000), "\u202etaiwan\x00\x1b[2J",
		`{"question": 7}`, `{"question": "taiwan"`, "{}", "{", strings.Repeat("台湾", 5000),
	) {
		if a.Confidence < 0 || a.Confidence > 1 || a.Answered == (a.Reason != "") {
			t.Errorf("line %d: %+v", i+1, a)
		}
	}
}

func TestWhoActsIsPartOfTheQuestion(t *testing.T) {
	cases := []struct{ what, question, says string }{ // says: in the answer; empty: unknown
		{"the one who acts and the object the other way round", "Did China thank Syria?", ""},
		{"the same with a capital for a country", "Did Beijing promise never to threaten Syria?", ""},
		{"the right way round", "Did Syria thank China?", "TRT World"},
		{"the speaker is named last", "is taiwan chinese according to damascus", "an integral part of China"},
		{"the one who acts is named last", "was China thanked by Syria?", "TRT World"},
		{"the other way round in the passive", "was Syria thanked by China?", ""},
		{"another speaker", "What did Wang Yi say about Taiwan?", "Not Wang Yi. Said by: Asaad al-Shaibani, for Syria."},
		{"the same people, another topic", "What did Wang Yi say about Syrian refugees?", ""},
		{"the object is no party of the statement", "who said taiwan is part of china", "an integral part of China"},
	}
	questions := make([]string, len(cases))
	for i, c := range cases {
		questions[i] = c.question
	}
	for i, a := range answers(t, questions...) {
		all, _ := json.Marshal(a)
		c := cases[i]
		if a.Answered != (c.says != "") || !strings.Contains(string(all), c.says) {
			t.Errorf("%s: %q, want %q in:\n%s", c.what, c.question, c.says, all)
		}
	}
}
