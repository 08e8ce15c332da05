package meaning_test

import (
	"fmt"
	"log"

	"verbatim/kb/meaning"
)

func Example() {
	encoder, err := meaning.Default()
	if err != nil {
		log.Fatal(err)
	}
	phrasings := []string{"When did they meet?", "Who signed the treaty?", "我们在哪里签署协议？"}
	var table []int8 // one vector after the other
	for _, p := range phrasings {
		vector := encoder.Encode(p)
		table = append(table, vector[:]...)
	}

	question := encoder.Encode("The treaty was signed by whom?")
	alike := make([]float32, len(phrasings))
	meaning.Scan(&question, table, alike)
	nearest := 0
	for i, a := range alike {
		if a > alike[nearest] {
			nearest = i
		}
	}
	fmt.Println(phrasings[nearest])
	// Output: Who signed the treaty?
}
