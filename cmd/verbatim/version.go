package main

import (
	"fmt"
	"runtime/debug"
)

type versionCommand struct{}

// Help shows an example under the command's usage.
func (versionCommand) Help() string { return "Example: verbatim version" }

// Run prints the version and the commit that the program was built from.
func (versionCommand) Run(p *program) error {
	version, commit := "unknown", "unknown"
	if info, ok := debug.ReadBuildInfo(); ok {
		version = info.Main.Version
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				commit = s.Value
			}
		}
	}
	_, err := fmt.Fprintf(p.out, "verbatim %s, commit %s\n", version, commit)
	return err
}
