package confine

import (
	"bytes"
	"os"
	"strconv"
	"syscall"
)

// mapped is what a child may map above its limit: the runtime keeps some for
// itself, and maps more than it uses.
const mapped = 64 << 20

// limit has the kernel refuse memory and end the process at its time, whatever
// the process does. What cannot be limited is looked at all the same.
func limit(limits Limits) {
	limitTime(limits)
	if raced {
		return // the race detector maps many times what is used
	}
	most := uint64(status("VmData:") + limits.Memory + mapped)
	_ = syscall.Setrlimit(syscall.RLIMIT_DATA, &syscall.Rlimit{Cur: most, Max: most})
}

// status gives what the kernel says of a process under a name, in bytes; 0 where
// it does not say.
func status(name string) int64 { return statusOf("/proc/self/status", name) }

func statusOf(file, name string) int64 {
	content, err := os.ReadFile(file)
	if err != nil {
		return 0
	}
	_, rest, _ := bytes.Cut(content, []byte(name))
	fields := bytes.Fields(rest[:min(len(rest), 60)])
	if len(fields) == 0 {
		return 0
	}
	n, _ := strconv.ParseInt(string(fields[0]), 10, 64)
	return n << 10
}

// resident gives the bytes of memory that a process has; 0 where that cannot be
// told.
func resident(pid int) int64 {
	return statusOf("/proc/"+strconv.Itoa(pid)+"/status", "VmRSS:")
}
