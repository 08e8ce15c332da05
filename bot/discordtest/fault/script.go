package fault

import (
	"fmt"
	"path"
)

// Script is what is to happen to requests. It has no lock of its own.
type Script []scripted

// scripted is a queue of faults for the requests that fit a pattern.
type scripted struct {
	pattern string
	faults  []Fault
	endless bool
}

// Add lets the next requests whose "METHOD /path" fits a pattern (as of path.Match)
// meet these faults, one each; endless ones meet the first again and again. A pattern
// that is none is a mistake of the test, and panics.
func (s *Script) Add(pattern string, endless bool, faults ...Fault) {
	if _, err := path.Match(pattern, ""); err != nil {
		panic(fmt.Sprintf("discordtest: %q: %v", pattern, err))
	}
	*s = append(*s, scripted{pattern: pattern, faults: faults, endless: endless})
}

// Next takes the fault that is next for a request, or nil.
func (s Script) Next(request string) Fault {
	for i := range s {
		one := &s[i]
		if ok, _ := path.Match(one.pattern, request); !ok || len(one.faults) == 0 {
			continue
		}
		f := one.faults[0]
		if !one.endless {
			one.faults = one.faults[1:]
		}
		return f
	}
	return nil
}
