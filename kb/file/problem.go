package file

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Severity says what a Problem does to a knowledge file.
type Severity int

// The severities. An error breaks a rule of the format or a promise of the
// answers: the file is refused. A warning makes answers worse, but the file can
// be loaded. A note says what was not looked at.
const (
	Error Severity = iota
	Warning
	Note
)

// A Code names what is wrong, for rooms that let it pass or say it otherwise.
type Code uint8

// NothingToAsk is the code of a statement that has neither facts nor a text.
const NothingToAsk Code = 1

// A Problem is one thing that is wrong with a knowledge file, and what to do
// about it.
type Problem struct {
	File     string
	Line     int // from 1; 0 where the statement did not come from a file
	Message  string
	Severity Severity
	Code     Code // 0 for most
}

// String gives the problem as file:line: message. The message of a warning
// begins with "warning: ", that of a note with "note: ".
func (p Problem) String() string {
	var b strings.Builder
	if p.File != "" {
		b.WriteString(p.File)
		if p.Line > 0 {
			fmt.Fprintf(&b, ":%d", p.Line)
		}
		b.WriteString(": ")
	}
	switch p.Severity {
	case Warning:
		b.WriteString("warning: ")
	case Note:
		b.WriteString("note: ")
	}
	return b.String() + p.Message
}

// Problems are all that is wrong with a file, by line. As an error they are the
// reason why the file was refused.
type Problems []Problem

// Error gives the first error in one line and says how many more there are.
func (ps Problems) Error() string {
	refused := ps.Errors()
	switch len(refused) {
	case 0:
		return "the file has no errors"
	case 1:
		return refused[0].String()
	case 2:
		return refused[0].String() + " (and one more problem)"
	}
	return fmt.Sprintf("%s (and %d more problems)", refused[0], len(refused)-1)
}

// Errors gives the problems that refuse the file, without warnings and notes.
func (ps Problems) Errors() Problems {
	return slices.DeleteFunc(slices.Clone(ps), func(p Problem) bool { return p.Severity != Error })
}

// problemsShown is how many problems of one file are listed; the rest is
// counted. Nobody mends more at a time, and a broken file can have millions.
const problemsShown = 200

// findings collects the problems of one file while it is read and checked.
type findings struct {
	file     string
	problems Problems
	beyond   int  // problems that came after the list was full
	failed   bool // an error was among all of them
}

// found notes a problem, unless it is one too many to list.
func (f *findings) found(severity Severity, line int, format string, args ...any) {
	if f.full() { // without the cost of its words
		f.failed = f.failed || severity == Error
		f.beyond++
		return
	}
	f.foundAt(spot{line: line}, Problem{Severity: severity, Message: fmt.Sprintf(format, args...)})
}

// foundAt notes a problem where something stands.
func (f *findings) foundAt(s spot, p Problem) {
	f.failed = f.failed || p.Severity == Error
	p.File, p.Line = cmp.Or(s.file, f.file), s.line
	f.problems = append(f.problems, p)
}

// full says whether further problems are only counted.
func (f *findings) full() bool { return len(f.problems) >= 50*problemsShown }

// wrong notes an error.
func (f *findings) wrong(line int, format string, args ...any) {
	f.found(Error, line, format, args...)
}

// refused says whether an error was found, listed or not.
func (f *findings) refused() bool { return f.failed }

// other is 1 for a problem of a language file, 0 for one of the file itself.
func (f *findings) other(p Problem) int {
	if p.File == f.file {
		return 0
	}
	return 1
}

// sorted gives the problems by file and line, the first of them if there are very many,
// with a last one that counts the others.
func (f *findings) sorted() Problems {
	slices.SortStableFunc(f.problems, func(a, b Problem) int {
		return cmp.Or(f.other(a)-f.other(b), strings.Compare(a.File, b.File), a.Line-b.Line)
	})
	f.problems = slices.Compact(f.problems)
	if len(f.problems) <= problemsShown {
		return f.problems
	}
	rest := f.problems[problemsShown:]
	last := Problem{File: rest[0].File, Line: rest[0].Line, Severity: Note}
	if len(rest.Errors()) > 0 || f.failed && len(f.problems.Errors()) == 0 {
		last.Severity = Error
	}
	last.Message = fmt.Sprintf("and %d more problems from here on", len(rest)+f.beyond)
	return append(f.problems[:problemsShown:problemsShown], last)
}
