package confine

import (
	"encoding/binary"
	"io"
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// How a child ends that has no answer. The Go runtime ends with 2 what panics or
// gets no memory.
const (
	endMemory = 91
	endTime   = 92
	endOutput = 93
)

// deepestStack is how many bytes the calls of a reader may stack up.
const deepestStack = 64 << 20

// child reads what comes in, writes the answer after its length, and ends.
func child(limits Limits, read Reader) {
	lost.Stop()
	answers := os.Stdout
	os.Stdout = os.Stderr // what a library prints is no answer
	most := taken() + limits.Memory
	debug.SetMaxStack(deepestStack)
	debug.SetMemoryLimit(most - limits.Memory/4) // from there on garbage is collected harder
	runtime.GOMAXPROCS(2)                        // one reads, one looks
	limit(limits)
	go look(most, limits.Time)
	in, err := io.ReadAll(os.Stdin)
	if err != nil {
		os.Exit(endTime) // the parent is gone, or nobody wants the answer
	}
	out := read(in)
	if taken() > most { // between two looks
		os.Exit(endMemory)
	}
	if len(out) > limits.Output {
		os.Exit(endOutput)
	}
	if _, err := answers.Write(append(binary.BigEndian.AppendUint64(nil, uint64(len(out))), out...)); err != nil {
		os.Exit(endTime)
	}
	os.Exit(0)
}

// looks is how often a child looks at its memory. Between two looks it can take
// some ten megabytes.
const looks = 5 * time.Millisecond

// look ends the process when it has more memory, or runs longer, than it may.
func look(most int64, longest time.Duration) {
	for started := time.Now(); time.Since(started) < longest; {
		if taken() > most {
			os.Exit(endMemory)
		}
		time.Sleep(looks)
	}
	os.Exit(endTime)
}

// taken gives the bytes that the process has from the system, for its heap and
// its stacks.
func taken() int64 {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(sample)
	return int64(min(sample[0].Value.Uint64()-sample[1].Value.Uint64(), math.MaxInt64))
}
