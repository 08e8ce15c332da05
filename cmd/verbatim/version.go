package main

import (
	"fmt"
	"runtime/debug"

	"verbatim/kb/store/database"
)

type versionCommand struct{}

// Help shows an example under the command's usage.
func (versionCommand) Help() string { return "Example: verbatim version" }

// Run prints the version, the commit that the program was built from, and the
// version of SQLite in it.
func (versionCommand) Run(p *program) error {
	if _, err := fmt.Fprintln(p.out, versionLine()); err != nil {
		return fmt.Errorf("print the version: %w", err)
	}
	return nil
}

func versionLine() string {
	version, commit := built()
	return fmt.Sprintf("verbatim %s, commit %s, SQLite %s", version, commit, database.SQLiteVersion())
}

// built gives the version and the commit as the compiler recorded them.
func built() (version, commit string) {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown", "unknown"
	}
	version, commit = info.Main.Version, "unknown"
	changed := ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			commit = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = " and changes since"
		}
	}
	return version, commit + changed
}
