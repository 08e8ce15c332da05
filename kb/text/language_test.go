package text

import "testing"

func TestLanguage(t *testing.T) {
	for s, want := range map[string]string{
		"We will not close the river":        "en",
		"Nous ne fermerons pas le fleuve":    "fr",
		"No vamos a cerrar el río, nunca":    "es",
		"Wir werden den Fluss nicht sperren": "de",
		"我们不会关闭这条河":                          "zh",
		"川を閉じることはありません":                      "ja",
		"لن نغلق النهر":                      "ar",
		"Мы не закроем реку":                 "ru",
		"Xinjiang":                           "",
		"":                                   "",
		"1843 – 1912":                        "",
	} {
		if got := Language(s); got != want {
			t.Errorf("%q is %q, want %q", s, got, want)
		}
	}
}
