package index

import (
	"cmp"
	"encoding/json"
	"iter"
	"maps"
	"slices"
	"sync"

	"verbatim/kb"
)

// An other is a record that is no part of a statement. What it says is known to
// the room that wrote it.
type other struct {
	id    string
	place int
	body  json.RawMessage

	read  sync.Once
	value any // of body, once it was read; nil if it could not be
}

// putOther places such a record in its layer.
func (x *Index) putOther(p Part) {
	l := x.layers[p.Server]
	switch value := p.Value.(type) {
	case *kb.Settings:
		l.settings = *value
	case json.RawMessage:
		if l.others[p.Kind] == nil {
			l.others[p.Kind] = map[string]*other{}
		}
		o := &other{id: p.ID, body: value}
		if old := l.others[p.Kind][p.ID]; old != nil {
			o.place = old.place
		} else {
			o.place = x.place()
		}
		l.others[p.Kind][p.ID] = o
	default:
		if p.Kind == RecordSetting {
			l.settings = kb.Settings{}
		}
		delete(l.others[p.Kind], p.ID)
	}
}

// Records yields the server's own records of a kind that is no part of a statement,
// by id, in the order in which they came. Each is read as a T, once for all; what is
// no T is left out, and no value is to be changed.
func Records[T any](v *View, kind string) iter.Seq2[string, *T] {
	return func(yield func(string, *T) bool) {
		if !v.own {
			return
		}
		inOrder := slices.SortedFunc(maps.Values(v.layer.others[kind]), func(a, b *other) int { return cmp.Compare(a.place, b.place) })
		for _, o := range inOrder {
			o.read.Do(func() {
				value := new(T)
				if json.Unmarshal(o.body, value) == nil {
					o.value = value
				}
			})
			if value, ok := o.value.(*T); ok && !yield(o.id, value) {
				return
			}
		}
	}
}
