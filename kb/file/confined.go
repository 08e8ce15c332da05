package file

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"verbatim/kb"
	"verbatim/kb/document/confine"
)

// knowledge reads a knowledge file in a process of its own: a few megabytes of
// brackets can take gigabytes to parse, and nothing less than a process bounds that.
var knowledge = confine.Register("knowledge", confine.Limits{
	Memory: 512 << 20, CPU: 20 * time.Second, Time: time.Minute, Output: 64 << 20, Advice: "split it",
}, func(in []byte) []byte {
	var asked []Part
	if err := json.Unmarshal(in, &asked); err != nil {
		return nil
	}
	statements, err := ReadParts(asked...)
	told := outcome{Statements: statements}
	if err != nil && !errors.As(err, &told.Problems) {
		told.Failed = err.Error()
	}
	out, err := json.Marshal(told)
	if err != nil {
		return nil
	}
	return out
})

// An outcome is what the other process gives back.
type outcome struct {
	Statements []*kb.Statement
	Problems   Problems
	Failed     string
}

// ReadConfined reads a knowledge file and its language files as [ReadParts] does, within
// bounds of memory and time whatever they hold: use it for what strangers send. It ends
// when ctx does.
func ReadConfined(ctx context.Context, parts ...Part) ([]*kb.Statement, error) {
	name := parts[0].Name
	for _, p := range parts {
		if len(p.Content) > FileBytes {
			return nil, Problems{{File: p.Name, Line: 1, Message: fmt.Sprintf("the file is larger than %d MB; split it", FileBytes>>20)}}
		}
	}
	in, err := json.Marshal(parts)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	out, err := knowledge.Read(ctx, in)
	var failure *confine.Failure
	if errors.As(err, &failure) {
		return nil, Problems{{File: name, Line: 1, Message: err.Error()}}
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	var told outcome
	if err := json.Unmarshal(out, &told); err != nil {
		return nil, fmt.Errorf("read %s: what was read of it is not whole: %w", name, err)
	}
	switch {
	case len(told.Problems) > 0:
		return nil, told.Problems
	case told.Failed != "":
		return nil, errors.New(told.Failed)
	}
	return told.Statements, nil
}
