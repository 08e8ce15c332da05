package text_test

import (
	"testing"

	"verbatim/kb/text"
)

func TestNumbersMayStandInLetters(t *testing.T) {
	for s, want := range map[string]bool{
		"Three ships were sent.": true, "Trois navires furent envoyés.": true, "أُرسلت ثلاث سفن.": true, "派了三艘船。": true, "派了兩艘船。": true,
		"Tres barcos fueron enviados.": true, "Drei Schiffe wurden geschickt.": true, "Einundzwanzig.": true, "Были посланы три корабля.": true,
		"С тремя кораблями.": true, "Üç gemi gönderildi.": true, "Foram enviados três navios.": true, "Tiga kapal dikirim.": true, "三隻の船が送られた。": true,
		"والثلاثة منهم غابوا.": true, "A few million of them.": true, "三": true, "Trois.": true, "On üç gemi gönderildi.": true,
		"Many ships were sent.": false, "The one that was sent.": false, "On that day the ships were sent.": false, "On a envoyé des navires.": false,
		"Ich bin hier, und du bist da.": false, "السفن أُرسلت.": false, "船都派了。": false, "They met once, and he was in Lima.": false, "": false,
		"They said that trois navires were sent. Ils ont dit que trois navires sont là.": true,
	} {
		if got := text.HasNumberWord(s); got != want {
			t.Errorf("%q has a number in letters: %v, want %v", s, got, want)
		}
	}
}
