package block

import (
	"strings"

	"verbatim/kb/text"
)

func foldedList(words ...string) []string {
	for i, w := range words {
		words[i] = text.Fold(w)
	}
	return words
}

// particles are the words of names and offices that have no capital.
var particles = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields("de da do dos du del della der den des di la le les van von of and for the to y e el al bin bint ibn ter zu zur im et a an à von") {
		set[w] = true
	}
	return set
}()

// titles are the words, folded, that people are called by in transcripts.
var titles = text.Set(`president vice prime premier minister chancellor secretary senator congressman congresswoman
	representative ambassador speaker chair chairman chairwoman chairperson king queen prince princess emperor sultan emir
	sheikh general admiral colonel governor mayor director commissioner spokesperson spokesman spokeswoman moderator host
	mr mr. ms ms. mrs mrs. miss dr dr. sir lady lord judge justice professor prof prof. pope cardinal deputy delegate
	operator translator interpreter official participant rep. sen. gov. gen. amb.
	président présidente ministre premier première chancelier chancelière secrétaire ambassadeur ambassadrice porte-parole
	monsieur madame m. mme
	presidente ministro ministra canciller primer primera secretario secretaria embajador embajadora portavoz señor señora sr sr. sra sra.
	präsident präsidentin minister ministerin bundeskanzler bundeskanzlerin kanzler kanzlerin bundespräsident außenminister
	außenministerin bundesminister bundesministerin sprecher sprecherin herr frau moderatorin
	presidenta chanceler secretário secretária embaixador embaixadora porta-voz senhor senhora
	cumhurbaşkanı başbakan bakan sözcü sayın presiden menteri bapak ibu
	президент министр премьер канцлер ведущий ведущая посол председатель секретарь господин госпожа
	الرئيس رئيس الوزير وزير المستشار الملك ملك الأمير أمير السفير سفير المتحدث المتحدثة الناطق السيد السيدة الشيخ الدكتور
	المحاور المذيع المذيعة المشير الفريق`)

// unspacedTitles are those of Chinese and Japanese, which stand after the name.
var unspacedTitles = foldedList(
	"主席", "总统", "總統", "总理", "總理", "部长", "部長", "外长", "外長", "发言人", "發言人", "主持人", "大使", "书记", "先生", "女士", "主任", "国王",
	"大臣", "首相", "長官", "报道官", "報道官", "議長", "议长", "大統領", "司会", "委员", "委員",
)

// verbs are the words, folded, after or before which a colon follows what is told
// of somebody.
var verbs = foldedList(
	"强调", "指出", "表示", "说", "称", "认为", "重申", "宣布", "同意", "如下", "包括", "说道", "強調", "說", "稱", "認為", "宣佈", "指摘", "述べた",
	"قال", "قالت", "اكد", "اكدت", "اعلن", "اضاف", "صرح", "يلي", "التالية", "الآتية",
)

// asking are the labels, folded, that say by themselves who asks and who answers.
var asking = func() map[string]Role {
	roles := map[string]Role{}
	for _, w := range strings.Fields(`q question reporter reporters journalist press interviewer media correspondent
		p f в vraag pergunta pregunta frage soru pertanyaan вопрос журналист корреспондент سؤال س الصحفي صحفي الصحفية صحافي الصحافي
		问 問 记者 記者 质问 質問 提问 提問 journaliste presse periodista jornalista journalistin reporterin gazeteci wartawan`) {
		roles[text.Fold(w)] = Question
	}
	for _, w := range strings.Fields("a answer r о réponse resposta respuesta antwort cevap yanıt jawaban ответ جواب الجواب ج 答 回答 答え") {
		roles[text.Fold(w)] = Answer
	}
	return roles
}()

// names are those of them that say what kind of person asks.
var names = text.Set(`reporter reporters journalist press interviewer media correspondent журналист корреспондент الصحفي صحفي الصحفية
	صحافي الصحافي 记者 記者 journaliste presse periodista jornalista journalistin reporterin gazeteci wartawan`)
