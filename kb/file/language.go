package file

import "bytes"

// A languageFile is what the facts of a statement are asked in one language, and
// answered in it.
type languageFile struct {
	knowledgeFile
	tag string
	to  document
}

// add adds what a language file says to the facts of the one statement of f.
func (f *knowledgeFile) add(p Part) {
	_, tag := cutTag(p.Name)
	l := languageFile{knowledgeFile{content: bytes.TrimPrefix(p.Content, utf8Mark)}, tag, document{}}
	l.file = p.Name
	switch trees := l.parse(); {
	case len(f.documents) != 1:
		l.wrong(1, "%s has not one statement, so it cannot be told whose facts these are; write each statement in a file of its own", f.file)
	case len(trees) == 1:
		l.to = f.documents[0]
		reader{&l.findings}.record(trees[0], "a language file", []slot{{"facts", l.facts}})
	case !l.refused():
		l.wrong(1, "a language file is one document, the facts by their ids, each with also_asked and answer; this has %d", len(trees))
	}
	f.problems, f.beyond, f.failed = append(f.problems, l.problems...), f.beyond+l.beyond, f.failed || l.failed
}

func (l *languageFile) facts(name string, t *tree) {
	r := reader{&l.findings}
	if t.kind != treeRecord {
		r.mismatch(t, name+" must be the ids of facts, each with its also_asked and answer")
		return
	}
	r.namedTwice(t)
	for _, b := range t.fields {
		i := l.to.factAt(b.name)
		if i < 0 {
			l.wrong(b.line, "the statement has no fact %q; correct the id, or take it out", clip(b.name))
			continue
		}
		r.record(b.value, "a fact in another language", []slot{
			{"also_asked", func(name string, t *tree) { l.asked(i, name, t) }},
			{"answer", func(name string, t *tree) { l.answered(i, name, t) }},
		})
	}
}

// asked adds the phrasings of a fact.
func (l *languageFile) asked(i int, name string, t *tree) {
	f := &l.to.statement.Facts[i]
	reader{&l.findings}.texts(&f.AlsoAsked)(name, t)
	all := l.to.tree.at(place{"facts", i}).field("also_asked", treeList)
	for _, entry := range t.entries {
		entry.file = l.file
		all.entries = append(all.entries, entry)
	}
}

// answered adds the answer of a fact.
func (l *languageFile) answered(i int, name string, t *tree) {
	f := &l.to.statement.Facts[i]
	if f.Answers[l.tag] != "" {
		l.wrong(t.line, "%q is answered in the language %q among the facts already; keep one of the two", clip(f.ID), l.tag)
		return
	}
	var answer string
	reader{&l.findings}.text(&answer)(name, t)
	if f.Answers == nil {
		f.Answers = map[string]string{}
	}
	f.Answers[l.tag] = answer
	t.file = l.file
	all := l.to.tree.at(place{"facts", i}).field("answers", treeRecord)
	all.fields = append(all.fields, branch{name: l.tag, line: t.line, column: t.column, value: t})
}

// factAt is where a fact stands among all, drafts too; negative if there is none.
func (d document) factAt(id string) int {
	for i, f := range d.statement.Facts {
		if f.ID == id {
			return i
		}
	}
	return -1
}
