package kb

// followUp answers a question that only makes sense after another.
func (x *inquiry) followUp() bool { return false }
