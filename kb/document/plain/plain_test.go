package plain_test

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"

	"verbatim/kb/document/plain"
)

// said are sentences in the languages of the encodings.
var said = map[string]string{
	"ru": "Стороны подтвердили, что мельница останется открытой и что ни одна из них не будет вводить пошлины на муку.",
	"ar": "أكد الجانبان أن الطاحونة ستبقى مفتوحة، ولا ننوي فرض رسوم عليها. واتفق الوزيران على مواصلة التشاور بين البلدين.",
	"fr": "Les deux parties ont réaffirmé que le moulin reste ouvert à tous, été comme hiver, et qu’aucun péage ne sera perçu.",
	"de": "Die beiden Seiten bekräftigten, dass die Mühle für alle offen bleibt; über die Brücke wird später entschieden.",
	"tr": "İki taraf, değirmenin açık kalacağını ve hiçbir ücret alınmayacağını yineledi. Bakanlar görüşmeleri sürdürecek.",
	"pl": "Obie strony potwierdziły, że młyn pozostanie otwarty i że żadna opłata nie będzie pobierana w przyszłości.",
	"el": "Οι δύο πλευρές επιβεβαίωσαν ότι ο μύλος θα παραμείνει ανοιχτός και ότι δεν θα εισπραχθεί κανένα τέλος.",
	"he": "שני הצדדים אישרו מחדש כי הטחנה תישאר פתוחה וכי לא תיגבה כל אגרה. השרים הסכימו להמשיך.",
	"zh": "双方重申，磨坊将继续开放，不会征收任何费用。两国部长同意在各个领域继续进行磋商，并在年底之前修好所有道路。",
	"tw": "雙方重申，磨坊將繼續開放，不會徵收任何費用。兩國部長同意在各個領域繼續進行磋商，並在年底之前修好所有道路。",
	"ja": "双方は水車が引き続き開かれ、料金が徴収されないことを再確認した。両国の大臣は協議を続けることで合意した。",
	"ko": "양측은 방앗간이 계속 개방되고 통행료를 징수하지 않을 것임을 재확인했다. 양국 장관은 협의를 계속하기로 했다.",
}

// The encoding of a plain text is found out, of one sentence and of many, and told.
func TestEncodings(t *testing.T) {
	for name, language := range map[string]string{
		"windows-1251": "ru", "koi8-r": "ru", "iso-8859-5": "ru", "windows-1256": "ar", "iso-8859-6": "ar", "windows-1252": "fr", "windows-1250": "pl", "iso-8859-2": "pl",
		"windows-1254": "tr", "windows-1253": "el", "windows-1255": "he", "gb18030": "zh", "big5": "tw",
		"shift_jis": "ja", "euc-jp": "ja", "iso-2022-jp": "ja", "euc-kr": "ko",
	} {
		encoding, err := htmlindex.Get(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, times := range []int{1, 3, 20} {
			want := strings.TrimSpace(strings.Repeat(said[language]+"\n\n", times))
			content, err := encoding.NewEncoder().Bytes([]byte(strings.ReplaceAll(want, "’", "'")))
			if err != nil {
				t.Fatal(name, err)
			}
			d, err := plain.Read(content)
			if err != nil || d.Text != strings.ReplaceAll(want, "’", "'") || d.Encoding == "" {
				t.Errorf("%s, %d times: read as %q: %v\n%.80s", name, times, d.Encoding, err, d.Text)
			}
		}
	}
}

func TestTextInUTF16(t *testing.T) {
	for name, encoding := range map[string]unicode.Endianness{"utf-16le": unicode.LittleEndian, "utf-16be": unicode.BigEndian} {
		content, err := unicode.UTF16(encoding, unicode.IgnoreBOM).NewEncoder().Bytes([]byte(said["de"]))
		if err != nil {
			t.Fatal(err)
		}
		if d, err := plain.Read(content); err != nil || d.Text != said["de"] || d.Encoding != name {
			t.Errorf("%s: read as %q: %v\n%.80s", name, d.Encoding, err, d.Text)
		}
	}
}

// What would have to be guessed wildly is refused: a wrong letter is a wrong quote.
func TestEncodingsThatCannotBeTold(t *testing.T) {
	for _, content := range []string{"\x81\x8d\x8f\x90\x9d", "caf\xe9", strings.Repeat("\x80\xff\x00\x01", 100), "a\x00b"} {
		if d, err := plain.Read([]byte(content)); err == nil {
			t.Errorf("%q is read as %q: %q", content, d.Encoding, d.Text)
		}
	}
}

func TestDayIn(t *testing.T) {
	for s, want := range map[string]string{
		"2031-03-14": "2031-03-14", "2031-03-14T10:00:00Z": "2031-03-14", "2031/3/4": "2031-03-04", "2031.03.14": "2031-03-14",
		"14.3.2031": "2031-03-14", "D:20310314120000+01'00'": "2031-03-14", "20310314": "2031-03-14",
		"14 March 2031": "2031-03-14", "March 14th, 2031": "2031-03-14", "Mar. 14, 2031": "2031-03-14", "Harl, the 14th of March 2031": "2031-03-14",
		"1er mars 2031": "2031-03-01", "14 août 2031": "2031-08-14", "14. März 2031": "2031-03-14", "14 de marzo de 2031": "2031-03-14",
		"14 de março de 2031": "2031-03-14", "14 марта 2031 года": "2031-03-14", "14 Mart 2031": "2031-03-14", "14 Maret 2031": "2031-03-14",
		"١٤ آذار ٢٠٣١": "2031-03-14", "14 مارس 2031": "2031-03-14", "14 آذار/مارس 2031": "2031-03-14", "17 تشرين الثاني 2025": "2025-11-17",
		"2031年3月14日": "2031-03-14", "２０３１年３月１４日": "2031-03-14",
		"03/04/2031": "", "31 February 2031": "", "2031": "", "March 2031": "", "": "", "14 Mai": "", "at 10.30 on 1.2.": "", "1.2.3 of 2031-99-99": "",
	} {
		if got := plain.DayIn(s); got != want {
			t.Errorf("%q is %q, want %q", s, got, want)
		}
	}
}
