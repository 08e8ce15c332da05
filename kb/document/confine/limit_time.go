//go:build linux || darwin

package confine

import (
	"syscall"
	"time"
)

// limitTime has the kernel end the process when it has taken its time of the
// processor.
func limitTime(limits Limits) {
	seconds := uint64(max(1, (limits.CPU+time.Second-1)/time.Second))
	_ = syscall.Setrlimit(syscall.RLIMIT_CPU, &syscall.Rlimit{Cur: seconds, Max: seconds + 1})
}

// outOfTime reports whether a signal says that the time of the processor is over.
func outOfTime(status any) bool {
	ended, ok := status.(syscall.WaitStatus)
	return ok && ended.Signaled() && (ended.Signal() == syscall.SIGXCPU || ended.Signal() == syscall.SIGKILL)
}
