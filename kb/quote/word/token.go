package word

// A Token is a Word as texts are held: its spelling stands once, by a number.
type Token struct {
	Start, End uint32 // in the body
	ID         int32
	Kind       Kind
	Trail      Trail
}
