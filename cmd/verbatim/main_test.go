package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

func runWith(input string, args ...string) (code int, out, errs string) {
	var o, e bytes.Buffer
	p := &program{in: strings.NewReader(input), out: &o, err: &e}
	code = p.run(args)
	return code, o.String(), e.String()
}

func TestAskTheShippedStatement(t *testing.T) {
	code, out, errs := runWith("", "ask", "What did Syria say about Taiwan?")
	if code != exitDone || errs != "" {
		t.Fatalf("exit code %d, %s", code, errs)
	}
	for _, want := range []string{"“an integral part of China”", "Asaad al-Shaibani", "TRT World", "https://"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in:\n%s", want, out)
		}
	}
}

func TestNotKnownExitsWith3(t *testing.T) {
	if code, out, _ := runWith("", "ask", "Does Egypt accept the One-China principle?"); code != exitNotKnown {
		t.Errorf("exit code %d:\n%s", code, out)
	}
}

func TestWrongUsageExitsWith2(t *testing.T) {
	if code, _, errs := runWith("", "sing"); code != exitUsage || !strings.HasPrefix(errs, "verbatim: ") {
		t.Errorf("exit code %d, %q", code, errs)
	}
}

func TestAskLinesAsJSON(t *testing.T) {
	_, out, _ := runWith("syria taiwan\n\nعبيشس\n", "ask", "--json")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 3 {
		t.Fatalf("%d lines for 3 questions:\n%s", len(lines), out)
	}
	for i, want := range []string{"", "empty", "unknown"} {
		var a jsonAnswer
		if err := json.Unmarshal([]byte(lines[i]), &a); err != nil || a.Reason != want {
			t.Errorf("line %d: reason %q, want %q (%v)", i+1, a.Reason, want, err)
		}
	}
}

func TestWhoActsIsPartOfTheQuestion(t *testing.T) {
	for _, c := range []struct {
		what, question string
		code           int
		says           string
	}{
		{"the one who acts and the object the other way round", "Did China thank Syria?", exitNotKnown, "Nothing in what I hold"},
		{"the same with a capital for a country", "Did Beijing promise never to threaten Syria?", exitNotKnown, "Nothing in what I hold"},
		{"the right way round", "Did Syria thank China?", exitDone, "TRT World"},
		{"the speaker is named last", "is taiwan chinese according to damascus", exitDone, "an integral part of China"},
		{"the one who acts is named last", "was China thanked by Syria?", exitDone, "TRT World"},
		{"the other way round in the passive", "was Syria thanked by China?", exitNotKnown, "Nothing in what I hold"},
		{"another speaker", "What did Wang Yi say about Taiwan?", exitDone, "It was said by Asaad al-Shaibani, for Syria."},
		{"the same people, another topic", "What did Wang Yi say about Syrian refugees?", exitNotKnown, "Nothing in what I hold"},
		{"the object is no party of the statement", "who said taiwan is part of china", exitDone, "an integral part of China"},
	} {
		code, out, _ := runWith("", "ask", c.question)
		if code != c.code || !strings.Contains(out, c.says) {
			t.Errorf("%s: %q exits with %d, want %d and %q:\n%s", c.what, c.question, code, c.code, c.says, out)
		}
	}
	if _, out, _ := runWith("", "ask", "who said taiwan is part of china"); strings.Contains(out, "another speaker") {
		t.Errorf("a topic is taken for a speaker:\n%s", out)
	}
}
