package pdf

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// glyphName gives the characters that a glyph is named after, by the rules of the
// Adobe Glyph List Specification: a name of the list, "uni" and four digits, "u"
// and up to six; what follows a point is how it is drawn.
func glyphName(name string) string {
	name, _, _ = strings.Cut(name, ".")
	var all strings.Builder
	for part := range strings.SplitSeq(name, "_") {
		all.WriteString(onePart(part))
	}
	return all.String()
}

func onePart(name string) string {
	if s, ok := glyphNames[name]; ok {
		return s
	}
	if utf8.RuneCountInString(name) == 1 {
		return name
	}
	if hex, ok := strings.CutPrefix(name, "uni"); ok && len(hex)%4 == 0 && hex != "" {
		var all strings.Builder
		for ; hex != ""; hex = hex[4:] {
			n, err := strconv.ParseUint(hex[:4], 16, 16)
			if err != nil {
				return "\uFFFD"
			}
			all.WriteRune(rune(n))
		}
		return all.String()
	}
	if hex, ok := strings.CutPrefix(name, "u"); ok && len(hex) >= 4 && len(hex) <= 6 {
		if n, err := strconv.ParseUint(hex, 16, 32); err == nil {
			return string(rune(n))
		}
	}
	return "\uFFFD"
}

// glyphNames are the names of the standard Latin characters (ISO 32000-1, annex D)
// and of ligatures; the others are named by their numbers.
var glyphNames = func() map[string]string {
	names := map[string]string{}
	for pair := range strings.FieldsSeq(`exclam:! quotedbl:" numbersign:# dollar:$ percent:% ampersand:& quotesingle:' quoteright:’ quoteleft:‘
		parenleft:( parenright:) asterisk:* plus:+ comma:, hyphen:- period:. slash:/ zero:0 one:1 two:2 three:3 four:4 five:5 six:6 seven:7
		eight:8 nine:9 semicolon:; less:< equal:= greater:> question:? at:@ bracketleft:[ backslash:\ bracketright:] asciicircum:^
		underscore:_ grave:` + "`" + ` braceleft:{ bar:| braceright:} asciitilde:~ exclamdown:¡ cent:¢ sterling:£ fraction:⁄ yen:¥ florin:ƒ section:§
		currency:¤ quotedblleft:“ guillemotleft:« guilsinglleft:‹ guilsinglright:› fi:fi fl:fl ff:ff ffi:ffi ffl:ffl endash:– dagger:†
		daggerdbl:‡ periodcentered:· middot:· paragraph:¶ bullet:• quotesinglbase:‚ quotedblbase:„ quotedblright:” guillemotright:»
		ellipsis:… perthousand:‰ questiondown:¿ acute:´ circumflex:ˆ tilde:˜ macron:¯ breve:˘ dotaccent:˙ dieresis:¨ ring:˚ cedilla:¸
		hungarumlaut:˝ ogonek:˛ caron:ˇ emdash:— AE:Æ ordfeminine:ª Lslash:Ł Oslash:Ø OE:Œ ordmasculine:º ae:æ dotlessi:ı lslash:ł
		oslash:ø oe:œ germandbls:ß Euro:€ copyright:© registered:® trademark:™ degree:° plusminus:± multiply:× divide:÷ minus:−
		logicalnot:¬ mu:µ brokenbar:¦ onesuperior:¹ twosuperior:² threesuperior:³ onequarter:¼ onehalf:½ threequarters:¾ Eth:Ð eth:ð
		Thorn:Þ thorn:þ Gbreve:Ğ gbreve:ğ Idotaccent:İ Scedilla:Ş scedilla:ş Scommaaccent:Ș scommaaccent:ș Tcommaaccent:Ț tcommaaccent:ț
		Dcroat:Đ dcroat:đ Aogonek:Ą aogonek:ą Eogonek:Ę eogonek:ę sfthyphen:- softhyphen:- nonbreakinghyphen:‑ onedotenleader:. arrowright:→
		lessequal:≤ greaterequal:≥ notequal:≠ infinity:∞ square:■ filledbox:■ circle:○ blackcircle:●`) {
		name, character, _ := strings.Cut(pair, ":")
		names[name] = character
	}
	names["space"], names["nbspace"], names["nonbreakingspace"], names["colon"] = " ", "\u00A0", "\u00A0", ":"
	for accent, letters := range map[string]string{
		"grave": "AÀ EÈ IÌ OÒ UÙ aà eè iì oò uù", "acute": "AÁ EÉ IÍ OÓ UÚ YÝ aá eé ií oó uú yý Cć cć Nń nń Sś sś Zź zź",
		"circumflex": "AÂ EÊ IÎ OÔ UÛ aâ eê iî oô uû", "tilde": "AÃ NÑ OÕ aã nñ oõ", "dieresis": "AÄ EË IÏ OÖ UÜ YŸ aä eë iï oö uü yÿ",
		"ring": "AÅ aå Uů uů", "cedilla": "CÇ cç", "caron": "SŠ ZŽ CČ RŘ EĚ DĎ NŇ TŤ sš zž cč rř eě dď nň tť", "macron": "AĀ EĒ IĪ OŌ UŪ aā eē iī oō uū",
		"dotaccent": "Zż zż", "hungarumlaut": "Oő Uű oő uű", "breve": "Aă aă",
	} {
		for pair := range strings.FieldsSeq(letters) {
			base, size := utf8.DecodeRuneInString(pair)
			composed := pair[size:]
			if base < 'a' && strings.ToUpper(composed) != composed {
				composed = strings.ToUpper(composed)
			}
			names[string(base)+accent] = composed
		}
	}
	return names
}()
