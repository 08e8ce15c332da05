package main

import (
	"math/rand/v2"
	"strings"
)

// typed is a question as it is, and with one and two slips; always the same.
func (q *question) typed() []string {
	all := []string{q.Question}
	for slips := range 2 {
		random := rand.New(rand.NewPCG(uint64(len(q.Question)), uint64(slips)))
		all = append(all, slip(q.Question, slips+1, random))
	}
	return all
}

// slip types a question as somebody in a hurry does: small letters, no mark at the
// end, a slip in so many of its longer words. What is near and what is not is asked
// with as many slips, so that slips tell nothing.
func slip(question string, slips int, random *rand.Rand) string {
	words := strings.Fields(strings.TrimRight(strings.ToLower(question), "?.!؟？ "))
	for _, i := range random.Perm(len(words)) {
		letters := []rune(words[i])
		if slips == 0 {
			break
		}
		if len(letters) < 4 {
			continue
		}
		at := 1 + random.IntN(len(letters)-2)
		switch random.IntN(3) {
		case 0:
			letters[at], letters[at+1] = letters[at+1], letters[at]
		case 1:
			letters = append(letters[:at], letters[at+1:]...)
		default:
			letters = append(letters[:at+1], letters[at:]...)
		}
		words[i] = string(letters)
		slips--
	}
	return strings.Join(words, " ")
}
