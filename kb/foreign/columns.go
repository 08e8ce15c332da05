package foreign

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/kb/text"
)

// A role is what a column has.
type role int

const (
	question role = iota
	answer
	quoted
	saidBy
	source
)

// names are what columns are called, what tells most first.
var names = map[role][]string{
	question: {
		"question", "faq", "q", "pregunta", "frage", "pergunta", "вопрос", "soru", "pertanyaan", "問題", "问题", "提问", "質問", "سؤال", "السؤال",
		"prompt", "trigger", "keyword", "tag", "name", "title", "key", "command", "nombre", "nom", "titre", "título", "titel", "nome", "название",
		"имя", "başlık", "ad", "judul", "nama", "标题", "標題", "名称", "名稱", "タイトル", "名前", "العنوان", "الاسم",
	},
	answer: {
		"answer", "respuesta", "réponse", "antwort", "resposta", "ответ", "cevap", "yanıt", "jawaban", "答案", "回答", "回复", "回覆", "答え",
		"جواب", "الجواب", "الإجابة", "a", "response", "reply", "content", "contenido", "contenu", "inhalt", "conteúdo", "содержание", "içerik",
		"isi", "内容", "內容", "المحتوى", "text", "texto", "texte", "текст", "metin", "teks", "文本", "テキスト", "النص", "body", "value",
		"description", "output", "message",
	},
	quoted: {"quote", "quotation", "cita", "citation", "zitat", "citação", "цитата", "alıntı", "kutipan", "引文", "引语", "引語", "引用", "اقتباس", "الاقتباس"},
	saidBy: {
		"said by", "speaker", "sprecher", "orador", "orateur", "спикер", "konuşmacı", "pembicara", "发言人", "發言人", "発言者", "القائل", "المتحدث",
		"author", "autor", "auteur", "автор", "yazar", "penulis", "作者", "著者", "المؤلف",
	},
	source: {"source", "fuente", "quelle", "fonte", "источник", "kaynak", "sumber", "来源", "來源", "出典", "المصدر", "url", "link", "reference", "ref"},
}

// roleOf is what a column of that name has, and how well the name tells: the less the
// better.
func roleOf(name string) (r role, rank int, known bool) {
	folded := text.Fold(strings.NewReplacer("_", " ", "-", " ").Replace(name))
	if dot := strings.LastIndex(folded, "."); dot >= 0 {
		folded = folded[dot+1:] // of an object in an object
	}
	folded = strings.TrimSpace(folded)
	for r, all := range names {
		if i := slices.IndexFunc(all, func(n string) bool { return text.Fold(n) == folded }); i >= 0 {
			return r, i, true
		}
	}
	return 0, 0, false
}

// Recognised says which column has what, by names, and where none is known by what stands
// in them: the longest texts are the answers, and of the other texts the one that asks
// most, or is shortest, has the questions.
func (t Table) Recognised() Columns {
	best := map[role]int{}
	ranks := map[role]int{}
	for i, head := range t.Heads {
		r, rank, known := roleOf(head)
		if before, taken := ranks[r]; known && t.hasText(i) && (!taken || rank < before) {
			best[r], ranks[r] = i, rank
		}
	}
	at := func(r role) int {
		if i, known := best[r]; known {
			return i
		}
		return None
	}
	c := Columns{at(question), at(answer), at(quoted), at(saidBy), at(source)}
	if c.Answer == None && c.Quote == None {
		c.Answer = t.longest(c)
	}
	if c.Question == None && c.Quote == None {
		c.Question = t.asking(c)
	}
	if c.Quote == None {
		c.SaidBy = None // who wrote a tag has not said what it tells
	}
	return c
}

// free are the columns of texts that have nothing else.
func (t Table) free(c Columns) (all []int) {
	taken := []int{c.Question, c.Answer, c.Quote, c.SaidBy, c.Source}
	for i := range t.Heads {
		if !slices.Contains(taken, i) && t.hasText(i) {
			all = append(all, i)
		}
	}
	return all
}

func (t Table) longest(c Columns) int {
	free := t.free(c)
	if len(free) == 0 {
		return None
	}
	return slices.MaxFunc(free, func(a, b int) int { return cmp.Compare(t.length(a), t.length(b)) })
}

func (t Table) asking(c Columns) int {
	free := t.free(c)
	if len(free) == 0 {
		return None
	}
	return slices.MaxFunc(free, func(a, b int) int {
		return cmp.Or(cmp.Compare(t.asked(a), t.asked(b)), cmp.Compare(t.length(b), t.length(a)))
	})
}

// hasText tells whether most cells of a column have words, and are no addresses.
func (t Table) hasText(column int) bool {
	n, filled := 0, 0
	for _, row := range t.Rows {
		cell := row[column]
		if cell == "" {
			continue
		}
		filled++
		if _, _, known := roleOf(t.Heads[column]); strings.ContainsFunc(cell, unicode.IsLetter) && (known || !strings.HasPrefix(cell, "http")) {
			n++
		}
	}
	return 2*n > filled
}

// length is that of all cells of a column together; asked how many ask.
func (t Table) length(column int) (n int) {
	for _, row := range t.Rows {
		n += utf8.RuneCountInString(row[column])
	}
	return n
}

func (t Table) asked(column int) (n int) {
	for _, row := range t.Rows {
		if strings.ContainsAny(row[column], "?？؟") {
			n++
		}
	}
	return n
}
