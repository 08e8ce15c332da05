package index

import (
	"strings"
	"time"
)

// calledKey names a statement as it counts in a layer.
type calledKey struct {
	layer     *layer
	statement string
}

// Called gives the stems of what a statement is called, when and where it was made,
// and who publishes its sources. Nobody changes them.
func (v *View) Called(statement string) map[string]bool {
	key := calledKey{v.layer, statement}
	if stems, ok := v.index.called.Load(key); ok {
		return stems.(map[string]bool)
	}
	stems := v.called(statement)
	v.index.called.Store(key, stems)
	return stems
}

func (v *View) called(id string) map[string]bool {
	s := v.layer.statement(id)
	parts := []string{s.Title, s.Place, s.Date, strings.ReplaceAll(s.Date, "-", " ")}
	if day, err := time.Parse(time.DateOnly, s.Date); err == nil {
		parts = append(parts, day.Format("2 January 2006"))
	}
	for _, source := range v.Sources(id) {
		parts = append(parts, source.Publisher)
	}
	stems := map[string]bool{}
	for _, w := range v.Words(strings.Join(parts, "\n")) {
		stems[w.Stem] = true
	}
	return stems
}
