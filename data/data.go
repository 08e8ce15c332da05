// Package data ships the statements that Verbatim knows from the start: one
// YAML knowledge file each, named after the statement's id, and beside it a file for
// each language in which its facts are asked, such as syria-china-2025-11-17.ar.yaml.
package data

import "embed"

// Statements holds the shipped knowledge files at its root, such as
// "syria-china-2025-11-17.yaml": each a whole statement with its sources, facts and
// aliases, or a language file.
//
//go:embed *.yaml
var Statements embed.FS

// Vectors are the meanings of what the statements say, as kb/library/ship writes them.
//
//go:embed vectors.bin
var Vectors []byte

// Learned is what is learned from the phrasings of the statements, after a key that
// tells from which, as kb/library/ship writes it.
//
//go:embed learned.bin
var Learned []byte
