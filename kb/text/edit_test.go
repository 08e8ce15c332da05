package text

import "testing"

func TestEditDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"syria", "syira", 1},
		{"taiwan", "taiwain", 1},
		{"shaibani", "shebani", 2},
		{"kitten", "sitting", 3},
		{"北京", "南京", 1},
	} {
		if got := EditDistance(c.a, c.b, 2); got != min(c.want, 3) {
			t.Errorf("EditDistance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
