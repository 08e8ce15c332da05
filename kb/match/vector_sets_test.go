package match

import (
	"encoding/gob"
	"os"
	"strconv"
	"strings"
	"sync"

	"verbatim/kb/meaning"
	"verbatim/kb/text"
)

var memo struct {
	sync.Mutex
	m map[string]meaning.Vector
	n int
}

func vec(s string) meaning.Vector {
	memo.Lock()
	defer memo.Unlock()
	if memo.m == nil {
		memo.m = map[string]meaning.Vector{}
		if f, err := os.Open("/tmp/vec.gob"); err == nil {
			_ = gob.NewDecoder(f).Decode(&memo.m)
			f.Close()
		}
	}
	if v, ok := memo.m[s]; ok {
		return v
	}
	e, err := meaning.Default()
	if err != nil {
		panic(err)
	}
	v := e.Encode(s)
	memo.m[s] = v
	memo.n++
	return v
}

func saveVecs() {
	if memo.n == 0 {
		return
	}
	f, _ := os.Create("/tmp/vec.gob")
	_ = gob.NewEncoder(f).Encode(memo.m)
	f.Close()
	memo.n = 0
}

func normal(s string) string {
	if os.Getenv("RAW") != "" {
		return s
	}
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if strings.ContainsRune("?!.…¿¡؟？。！", r) {
			return ' '
		}
		return r
	}, strings.ToLower(s)))
}

var off = os.Getenv("NOVEC") != ""

func asked(s string) Question {
	q := Question{Words: text.Words(s)}
	if !off {
		v := vec(normal(s))
		q.Vector = &v
	}
	return q
}

func windows(s string) (all []string) {
	w := strings.Fields(s)
	n, step := 14, 7
	if len(w) < 6 && len(s) > 60 {
		w = strings.Split(s, "")
		n, step = 28, 14
		for i := 0; i == 0 || i < len(w)-n+step; i += step {
			all = append(all, strings.Join(w[i:min(i+n, len(w))], ""))
		}
		return all
	}
	for i := 0; i == 0 || i < len(w)-n+step; i += step {
		all = append(all, strings.Join(w[i:min(i+n, len(w))], " "))
	}
	return all
}

func init() {
	if w := os.Getenv("W"); w != "" {
		f, _ := strconv.ParseFloat(w, 64)
		measured.meaning = f
	}
	if w := os.Getenv("N"); w != "" {
		f, _ := strconv.ParseFloat(w, 64)
		measured.nearest = f
	}
	if w := os.Getenv("VV"); w != "" {
		f, _ := strconv.ParseFloat(w, 64)
		measured.votes = f
	}
}
