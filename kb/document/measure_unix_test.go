//go:build unix

package document

import (
	"runtime"
	"syscall"
)

// largestChild gives the most memory, in bytes, that any child has had.
func largestChild() int64 {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_CHILDREN, &used); err != nil {
		return 0
	}
	if runtime.GOOS == "darwin" { // bytes there, kilobytes elsewhere
		return used.Maxrss
	}
	return used.Maxrss << 10
}
