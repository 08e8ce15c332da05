package curate_test

import (
	"testing"

	"verbatim/kb/curate"
)

func TestWhatAnAddressSaysOfASource(t *testing.T) {
	for address, want := range map[string][3]string{
		"https://www.example.org/news/2025/11/17/china-syria-joint-statement.html": {"example.org", "2025-11-17", "China syria joint statement"},
		"https://example.org/2025-11-17_readout-of-the-call/":                      {"example.org", "2025-11-17", "Readout of the call"},
		"https://example.org/eng/zy/20251117/t20251117_11755555.html":              {"example.org", "2025-11-17", ""},
		"https://example.org/%E8%81%94%E5%90%88%E5%A3%B0%E6%98%8E":                 {"example.org", "", "联合声明"},
		"https://example.org/بيان-مشترك":                                           {"example.org", "", "بيان مشترك"},
		"https://example.org/2025/13/45/x-y":                                       {"example.org", "", "X y"},
		"https://example.org":                                                      {"example.org", "", ""},
		"https://example.org/node/17":                                              {"example.org", "", ""},
		"not an address":                                                           {"", "", ""},
		"https://example.org/%ff%fe-%00":                                           {"example.org", "", ""},
		"":                                                                         {"", "", ""},
	} {
		s := curate.FromAddress(address)
		if got := [3]string{s.Publisher, s.Published, s.Title}; got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
}
