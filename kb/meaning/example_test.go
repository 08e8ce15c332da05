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
	var stored []byte // in a database, say
	for _, p := range phrasings {
		vector := encoder.Encode(p)
		stored = append(stored, vector.Bytes()...)
	}

	question := encoder.Encode("The treaty was signed by whom?")
	alike := make([]float32, len(phrasings))
	meaning.Scan(&question, meaning.Table(stored), alike)
	nearest := 0
	for i, a := range alike {
		if a > alike[nearest] {
			nearest = i
		}
	}
	fmt.Println(phrasings[nearest])
	// Output: Who signed the treaty?
}
