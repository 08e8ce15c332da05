package file

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"verbatim/kb"
)

// A Part is a file of a knowledge that is in several: the knowledge file NAME.yaml, and
// beside it NAME.ar.yaml with what its facts are asked in Arabic, and answered in it. The
// tag (BCP 47) in the name says the language.
type Part struct {
	Name    string
	Content []byte
}

// Group puts names of files together that belong to one knowledge: each knowledge file
// with its language files behind it, and every other file alone, in the order of names.
func Group(names []string) (groups [][]string) {
	place := map[string]int{} // of the group of a file that is no language file, by its stem
	var languages []string
	for _, name := range names {
		if of, tag := cutTag(name); tag != "" && slices.ContainsFunc(names, func(n string) bool { return IsKnowledge(n) && stem(n) == of }) {
			languages = append(languages, name)
			continue
		}
		place[stem(name)] = len(groups)
		groups = append(groups, []string{name})
	}
	for _, name := range languages {
		of, _ := cutTag(name)
		groups[place[of]] = append(groups[place[of]], name)
	}
	return groups
}

// IsKnowledge reports whether a file is a knowledge file, or a part of one, by its name.
func IsKnowledge(name string) bool {
	return slices.Contains([]string{".yaml", ".yml", ".json"}, strings.ToLower(path.Ext(name)))
}

func stem(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }

// cutTag takes the language off the name of a file: NAME and ar of NAME.ar.yaml. The tag
// is empty where there is none.
func cutTag(name string) (of, tag string) {
	of = stem(name)
	if !IsKnowledge(name) {
		return of, ""
	}
	tag = strings.TrimPrefix(path.Ext(of), ".")
	if t, err := language.Parse(tag); tag == "" || err != nil || t.String() != tag {
		return of, ""
	}
	return stem(of), tag
}

// Folder reads the knowledge files of a folder, each with its language files behind it,
// by name. What lies in folders within it is not read.
func Folder(folder fs.FS) (groups [][]Part, err error) {
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return nil, fmt.Errorf("list the knowledge files: %w", err)
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() && IsKnowledge(e.Name()) {
			names = append(names, e.Name())
		}
	}
	for _, group := range Group(names) {
		var parts []Part
		for _, name := range group {
			content, err := fs.ReadFile(folder, name)
			if err != nil {
				return nil, fmt.Errorf("read a knowledge file: %w", err)
			}
			parts = append(parts, Part{name, content})
		}
		groups = append(groups, parts)
	}
	return groups, nil
}

// ReadFolder reads all statements of a folder, as [Read] does, or gives the problems of
// all its files.
func ReadFolder(folder fs.FS) (all []*kb.Statement, err error) {
	groups, err := Folder(folder)
	if err != nil {
		return nil, err
	}
	var problems Problems
	for _, parts := range groups {
		f := openParts(parts)
		f.lint()
		if f.refused() {
			problems = append(problems, f.sorted()...)
		}
		all = append(all, f.statements()...)
	}
	if len(problems) > 0 {
		return nil, problems
	}
	return all, nil
}

// ReadParts reads a knowledge file and its language files as [Read] does.
func ReadParts(parts ...Part) ([]*kb.Statement, error) {
	f := openParts(parts)
	f.lint()
	if f.refused() {
		return nil, f.sorted()
	}
	return f.statements(), nil
}

// openParts reads and understands a knowledge file, and adds what its language files say.
func openParts(parts []Part) *knowledgeFile {
	f := open(parts[0].Name, parts[0].Content)
	for _, p := range parts[1:] {
		f.add(p)
	}
	return f
}
