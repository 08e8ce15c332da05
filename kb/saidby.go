package kb

// SaidBy writes who says a fact, as kb/curate reads it: "China", "both
// sides", "Wang Yi, for China".
func SaidBy(f Fact) string {
	if f.Speaker == "" || f.Speaker == f.Party {
		return f.Party
	}
	return f.Speaker + ", for " + f.Party
}
