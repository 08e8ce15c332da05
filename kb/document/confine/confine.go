// Package confine reads what strangers send in a process of its own, within a set
// memory and time whatever it holds. A parser is never trusted: a small file can
// make one take all memory, or a processor for minutes, and nothing inside a
// process stops that for certain.
//
// # How it works
//
// [Register] names a reader: bytes in, bytes out. [Kind.Read] starts the program
// that runs anew as a child, gives it the bytes, and takes back what it writes, or
// one of the errors below. The child comes to [Register] while its packages are
// initialized, before any main or TestMain; it reads, answers, and ends there. So
// whatever imports a package that registers a reader can use it: the program, a
// test of any package, go run. Nothing else has to call anything.
//
// # What bounds it
//
//   - The child limits itself before it looks at a byte (limit_linux.go): what it
//     may map (RLIMIT_DATA, Linux), the processor time that it may take
//     (RLIMIT_CPU, Unix). A goroutine looks at its memory every few milliseconds
//     and ends it (child.go): that is the limit where the system has none.
//   - The parent kills it when its time is over or nobody wants the answer any
//     more, and, on Linux, when it is larger than it may be (parent.go).
//   - Its answer has a length that it may not exceed, and at most two children run
//     at a time; others wait.
//
// The child has an empty environment, so it holds no secret, and the answer is
// data: what a reader gives back has to be checked like any input.
package confine

import (
	"errors"
	"fmt"
	"os"
	"time"
)

// The reasons why nothing was read. A [Failure] says what to do too.
var (
	ErrTime   = errors.New("the file takes too long to read")
	ErrMemory = errors.New("the file takes too much memory to read")
	ErrBroken = errors.New("the file cannot be read")
	ErrStart  = errors.New("the file cannot be read, for no process could be started that reads it; try again")
)

// A Failure is an error of this package: a sentence for a person, and the cause for
// the log.
type Failure struct {
	Reason error  // one of those above
	Advice string // what to do about it; empty where the reason says that
	Cause  error
}

// Error gives the sentence alone.
func (f *Failure) Error() string {
	if f.Advice == "" {
		return f.Reason.Error()
	}
	return f.Reason.Error() + "; " + f.Advice
}

// Unwrap gives both.
func (f *Failure) Unwrap() []error { return []error{f.Reason, f.Cause} }

// A Reader turns bytes into bytes. It may take what it wants, panic, or not end.
type Reader func(in []byte) (out []byte)

// Limits say what one reading may take.
type Limits struct {
	Memory int64         // bytes, above what the bare process has
	CPU    time.Duration // of the processor, in whole seconds
	Time   time.Duration // on the clock
	Output int           // bytes of the answer
	Advice string        // what to do with a file that takes more, such as "split it"
}

// Usual are the limits that documents are read within.
var Usual = Limits{Memory: 256 << 20, CPU: 10 * time.Second, Time: 30 * time.Second, Output: 8 << 20, Advice: "save it as plain text, or in parts"}

// A Kind is a registered reader.
type Kind struct {
	name   string
	limits Limits
}

// childName is how a child is called instead of the program: its first argument.
const childName = "verbatim-reader"

// Register names a reader. It is for the init functions of packages: in a child
// that was started for this name it reads, and never returns. A name that is
// registered twice is a mistake of the program.
func Register(name string, limits Limits, read Reader) *Kind {
	if isChild && os.Args[1] == name {
		child(limits, read)
	}
	if registered[name] {
		panic(fmt.Sprintf("confine: the reader %s is registered twice", name))
	}
	registered[name] = true
	return &Kind{name, limits}
}

var registered = map[string]bool{}

// isChild reports whether this process was started to read.
var isChild = len(os.Args) == 2 && os.Args[0] == childName

// lost ends a child that has found no reader of its name, before it does much of
// what the program does.
var lost = time.AfterFunc(orphaned, func() {
	if isChild {
		os.Exit(endTime)
	}
})

// orphaned is how long a child may look for its reader.
const orphaned = 5 * time.Second
