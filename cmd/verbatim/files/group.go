package files

import (
	"fmt"
	"os"
	"path/filepath"

	"verbatim/kb/file"
)

// Group puts the files together that people named: each knowledge file with its language
// files behind it, and each other file alone. A folder stands for all knowledge files in
// it.
func Group(names []string) ([][]string, error) {
	var all []string
	for _, name := range names {
		if name == standardInput || !isFolder(name) {
			all = append(all, name)
			continue
		}
		inside, err := knowledgeIn(name)
		if err != nil {
			return nil, err
		}
		all = append(all, inside...)
	}
	return file.Group(all), nil
}

// knowledgeIn are the knowledge files in a folder.
func knowledgeIn(folder string) (names []string, err error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, CannotRead(folder, err)
	}
	for _, e := range entries {
		if !e.IsDir() && file.IsKnowledge(e.Name()) {
			names = append(names, filepath.Join(folder, e.Name()))
		}
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s: there is no knowledge file in this folder; give the name of a file, or of a folder that has some", folder)
	}
	return names, nil
}

// ReadGroup reads a knowledge file and its language files, as [Read] does.
func ReadGroup(group []string) ([]file.Part, error) {
	content, err := Read(group[0])
	if err != nil {
		return nil, err
	}
	return withLanguages(file.Part{Name: group[0], Content: content}, group[1:])
}

func withLanguages(p file.Part, languages []string) ([]file.Part, error) {
	parts := []file.Part{p}
	for _, name := range languages {
		content, err := Read(name)
		if err != nil {
			return nil, err
		}
		parts = append(parts, file.Part{Name: name, Content: content})
	}
	return parts, nil
}
