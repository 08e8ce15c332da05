package rows

import (
	"os"
	"sync"

	"verbatim/kb/meaning"
)

// blockRows is how many rows of one owner stand together in a file.
const blockRows = 64

// A File has the numbers of rows of any number of owners. It is made when it is first
// used, and has no name, so that it is gone whenever and however the program ends.
type File struct {
	mu   sync.Mutex
	file *os.File // nil if there is none yet
	none bool     // there can be none
	next int64    // the block after the last
}

// ready makes the file if there is none, and reports whether there is one now.
func (f *File) ready() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.file != nil || f.none {
		return !f.none
	}
	file, err := os.CreateTemp("", "verbatim-vectors-*")
	if err != nil {
		f.none = true
		return false
	}
	_ = os.Remove(file.Name()) // it goes on without a name
	f.file = file
	return true
}

// block is the place of one that nobody has.
func (f *File) block() int64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	place := f.next
	f.next += blockRows * meaning.Size
	return place
}

func (f *File) write(place int64, v *meaning.Vector) bool {
	_, err := f.file.WriteAt(v.Bytes(), place)
	return err == nil
}

// read leaves v as it is where nothing can be read.
func (f *File) read(place int64, v *meaning.Vector) {
	var read meaning.Vector
	if _, err := f.file.ReadAt(read.Bytes(), place); err == nil {
		*v = read
	}
}
