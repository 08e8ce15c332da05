package article

import (
	"math"
	"strings"

	"verbatim/kb/trust"
)

// Whether a pronoun, an office or a verb can stand for somebody: for a man, a woman, a body
// or several.

// titles of men and of women.
var (
	heTitles  = set("mr sir lord m monsieur herr sr senhor don dom г-н bay السيد الشيخ الأمير المطران الأب father brother king prince")
	sheTitles = set("mrs ms miss dame lady mme mlle madame frau sra srta senhora doña dona г-жа bayan السيدة الشيخة الأميرة الأخت sister queen princess baroness")
)

// womanhood is from -1 for a word for a man to 1 for one for a woman.
func (a *reading) womanhood(i int) float64 {
	switch b := a.tokens[i].bare; {
	case heTitles[b], a.he[b]:
		return -1
	case sheTitles[b], a.she[b]:
		return 1
	}
	return 2*a.sense(i).she - 1
}

// A person's sex, as far as an article tells, is from -1 for a man to 1 for a woman.
func (a *reading) sexOf(p *person) float64 {
	if p.sexAt == len(p.tokens) {
		return p.sex
	}
	p.sexAt = len(p.tokens)
	sum := 0.0
	if first := p.tokens[0]; a.tokens[first].quotation < 0 && p.how == byName {
		sum += a.womanhood(first)
	}
	for _, at := range p.tokens[max(0, len(p.tokens)-contextMost):] {
		sum += a.toldBefore(at) + a.toldBehind(at, at+p.length)
	}
	p.sex = math.Tanh(sum)
	return p.sex
}

// toldBefore is what the words before a name tell of that.
func (a *reading) toldBefore(at int) float64 {
	sum := 0.0
	for i := at - 1; i >= max(0, at-3) && a.tokens[i+1].follows() && a.tokens[i].quotation < 0; i-- {
		if b := a.tokens[i].bare; heTitles[b] || sheTitles[b] {
			return 3 * a.womanhood(i)
		} else if k := a.sense(i).kind[who]; k > 0.5 {
			sum += a.womanhood(i) * k
		}
	}
	return sum
}

// toldBehind is what the words behind a name tell: an office beside it, and the first
// pronoun of its sentence.
func (a *reading) toldBehind(at, end int) float64 {
	sum := 0.0
	for i := end; i < min(len(a.tokens), end+contextReach) && a.tokens[i].sentence == a.tokens[at].sentence && a.tokens[i].quotation < 0; i++ {
		if b := a.tokens[i].bare; a.he[b] || a.she[b] {
			return sum + a.womanhood(i)
		}
		if i < end+3 && a.tokens[end].isComma() {
			sum += a.womanhood(i) * a.sense(i).kind[who] / 2
		}
	}
	return sum
}

// bodily is how probably a person is none, but a body, a text or a place.
func (a *reading) bodily(p *person) float64 {
	most := 0.0
	for i := p.tokens[0]; i < min(len(a.tokens), p.tokens[0]+p.length); i++ {
		if a.tokens[i].quotation >= 0 {
			break
		}
		s := a.sense(i)
		most = max(most, s.kind[body]+s.kind[record]+s.kind[place])
	}
	return most
}

// agreeSignals tell whether a mention agrees with a person.
var agreeSignals = []string{"pronoun agrees", "office agrees", "body agrees", "sex", "bodily", "ends its name"}

func (v *view) agreeRow(m mention, p *person) []float64 {
	sex, bodily := v.sexOf(p), v.bodily(p)
	pronoun, office, asBody := 0.0, 0.0, 0.0
	switch {
	case m.how == byPronoun:
		b := v.tokens[m.first].bare
		if i := strings.LastIndexByte(b, '-'); i >= 0 {
			b = b[i+1:]
		}
		switch {
		case v.he[b]:
			pronoun, asBody = -sex, 1-2*bodily
		case v.she[b]:
			pronoun, asBody = sex, 1-2*bodily
		case v.many[b], v.pronouns[b]:
			asBody = 2*bodily - 1
		}
	case m.how == byNothing:
		if key := v.keyVerb(); key >= 0 && v.verbsTellSex {
			office = v.womanhood(key) * sex
		}
	case m.how != byName:
		for i := m.first; i <= m.last; i++ {
			office += v.womanhood(i) * v.sense(i).kind[who] * sex
		}
	}
	return []float64{pronoun, office, asBody, sex, bodily, v.endsName(m, p)}
}

// keyVerb is the word of the sentence that says that somebody speaks; -1 if none does.
func (v *view) keyVerb() int {
	if v.keyBehind >= 0 {
		return v.keyBehind
	}
	return v.keyBefore
}

// endsName reports whether a mention is, without its article, how the name of a person
// ends: the ministry, of the Foreign Ministry.
func (v *view) endsName(m mention, p *person) float64 {
	if m.first < 0 || m.how == byPronoun {
		return -1
	}
	words := strings.Fields(strings.ToLower(m.name))
	if len(words) > 1 && (v.articles[words[0]] || v.indefinite[words[0]] || v.owners[words[0]]) {
		words = words[1:]
	}
	w := strings.Join(words, " ")
	return trust.Signal(w == p.lower || strings.HasSuffix(p.lower, " "+w) || strings.HasPrefix(p.lower, w+" "))
}
