package index

import "verbatim/kb"

// shortIDs has the ids of facts and passages by what stands for them in a button.
// One id may be that of several: a server's own fact in the place of a shared one.
type shortIDs map[kb.Short]*idUse

type idUse struct {
	id    string
	times int
}

func (s shortIDs) add(id string) {
	short := kb.ShortID(id)
	if s[short] == nil {
		s[short] = &idUse{id: id}
	}
	s[short].times++
}

func (s shortIDs) remove(id string) {
	short := kb.ShortID(id)
	if use := s[short]; use != nil {
		if use.times--; use.times == 0 {
			delete(s, short)
		}
	}
}
