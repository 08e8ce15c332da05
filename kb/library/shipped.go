package library

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"verbatim/kb"
	"verbatim/kb/file"
	"verbatim/kb/index"
	"verbatim/kb/store"
)

// The names of origins begin with these.
const (
	shippedOrigin = "shipped:" // and a file's name
	loadedOrigin  = "load:"    // and a statement's id
)

// shippedAuthor is who loads what is shipped, in the history.
const shippedAuthor = "verbatim"

// Files are the knowledge files of a folder, each with its language files.
func Files(folder fs.FS) (files []File, err error) {
	groups, err := file.Folder(folder)
	for _, parts := range groups {
		files = append(files, File{Name: parts[0].Name, Content: parts[0].Content, Languages: parts[1:]})
	}
	return files, err
}

// ship makes files the whole of what is shipped in the store.
func (l *Library) ship(ctx context.Context, files []File) error {
	origins, err := l.store.Origins(ctx)
	if err != nil {
		return fmt.Errorf("read what was loaded: %w", err)
	}
	loads, err := shippedLoads(origins, files)
	if err != nil || len(loads) == 0 {
		return err
	}
	_, err = l.store.Replace(ctx, shippedAuthor, loads...)
	if cannotWrite(err) {
		l.log.Warn("The database cannot be written; the shipped statements in it stay as they are", "error", err)
		return l.holdShipped(files)
	}
	if err != nil {
		return fmt.Errorf("load the shipped statements: %w", err)
	}
	return l.Refresh(ctx)
}

// cannotWrite says whether an error leaves a store that can be read.
func cannotWrite(err error) bool {
	code := store.CodeOf(err)
	return code == store.CodeReadOnly || code == store.CodeFull || code == store.CodeBusy
}

// shippedLoads are the loads that bring the store from its origins to files.
// Only files that are not in the store as they are get parsed.
func shippedLoads(origins []store.Origin, files []File) ([]store.Load, error) {
	hashes, taken := map[string]string{}, map[string]bool{}
	for _, o := range origins {
		if o.Server == "" {
			hashes[o.Name] = o.Hash
			taken[strings.TrimPrefix(o.Name, loadedOrigin)] = strings.HasPrefix(o.Name, loadedOrigin)
		}
	}
	var loads []store.Load
	for _, f := range files {
		load := store.Load{Origin: store.Origin{Name: shippedOrigin + f.Name, Hash: f.hash()}}
		before, there := hashes[load.Name]
		delete(hashes, load.Name)
		if there && before == load.Hash {
			continue
		}
		statements, err := f.read()
		if err != nil {
			return nil, err
		}
		for _, s := range slices.DeleteFunc(statements, func(s *kb.Statement) bool { return taken[s.ID] }) {
			records, err := index.Encode("", s)
			if err != nil {
				return nil, err
			}
			load.Records = append(load.Records, records...)
		}
		loads = append(loads, load)
	}
	return append(loads, forgetShipped(hashes)...), nil
}

// forgetShipped are the loads that take shipped origins out.
func forgetShipped(hashes map[string]string) []store.Load {
	var loads []store.Load
	for name := range hashes {
		if strings.HasPrefix(name, shippedOrigin) {
			loads = append(loads, store.Load{Origin: store.Origin{Name: name}})
		}
	}
	return loads
}

// hash is of all that decides what a file brings.
func (f File) hash() string {
	sum := sha256.New()
	_, _ = sum.Write([]byte(index.Format + "\n")) // a hash never fails
	_, _ = sum.Write(f.Content)
	for _, l := range f.Languages {
		_, _ = sum.Write([]byte("\n" + l.Name + "\n"))
		_, _ = sum.Write(l.Content)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

func (f File) read() ([]*kb.Statement, error) {
	statements, err := file.ReadParts(append([]file.Part{{Name: f.Name, Content: f.Content}}, f.Languages...)...)
	if err != nil {
		return nil, fmt.Errorf("read a shipped statement: %w", err)
	}
	return statements, nil
}

// holdShipped holds files in memory only, if there is nothing else.
func (l *Library) holdShipped(files []File) error {
	x, empty := l.index.Load(), false
	x.View("", func(v *index.View) { empty = v.IsEmpty() })
	if !empty {
		return nil
	}
	for _, f := range files {
		statements, err := f.read()
		if err != nil {
			return err
		}
		for _, s := range statements {
			x.Change(index.PartsOf("", s))
		}
	}
	return nil
}

// LeaveOutShipped takes the shipped statements out of the store, and keeps it
// without them from then on. What moderators added to them stays, and is not
// answered while its sources are not there.
func (l *Library) LeaveOutShipped(ctx context.Context, author string) error {
	setting := store.Record{Key: shippedSetting, Body: []byte(`{"off":true}`)}
	_, err := l.store.Apply(ctx, store.Change{Author: author, Action: "leave out shipped", Put: []store.Record{setting}})
	if err != nil {
		return fmt.Errorf("leave the shipped statements out: %w", err)
	}
	return l.ship(ctx, nil)
}
