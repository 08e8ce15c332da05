package document

// longestPasted is how many bytes a text may have that is read without a process
// of its own: what its lines are is found in milliseconds.
const longestPasted = 64 << 10

// Pasted gives the document of a text that somebody typed or pasted, as [Read] does
// of a plain text.
func Pasted(text string) (Document, error) {
	if len(text) > longestPasted {
		return Read("pasted.txt", []byte(text))
	}
	if err := check("pasted.txt", []byte(text)); err != nil {
		return Document{}, err
	}
	d, err := parse(".txt", []byte(text))
	if err != nil {
		return Document{}, err
	}
	d.SHA256 = sumOf([]byte(text))
	return d, nil
}
