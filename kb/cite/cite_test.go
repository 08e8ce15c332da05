package cite

import (
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Works as they are shipped.
var (
	trt = Work{
		Title: "Report on the joint statement of Syria and China", Publisher: "TRT World", Published: "2025-11-17",
		URL: "https://www.trtworld.com/article/659268b2aedb", Speaker: "Asaad al-Shaibani", Paragraph: 9,
	}
	anadolu = Work{
		Title: "Syria, China pledge closer collaboration on security, counter-terrorism", Publisher: "Anadolu Agency",
		Published: "2025-11-17", URL: "https://www.aa.com.tr/en/asia-pacific/3746134",
	}
	dpa = Work{
		Title: "هل تنوي الحكومة السورية تسليم مقاتلين إلى الصين؟", Publisher: "dpa, in Masrawy", Published: "2025-11",
		URL: "https://www.masrawy.com/news/2892497/",
	}
	joint  = Work{Authors: []string{"Syria", "China"}, Title: "Joint statement", Publisher: "Xinhua", Published: "2025"}
	three  = Work{Authors: []string{"Japan", "Republic of Korea", "United States"}, Title: "The “Spirit” of Camp David", Publisher: "The White House", Published: "2023-08-18"}
	titled = Work{Title: "Notes"}
)

// Works that show one thing each.
var (
	scripts = Work{Authors: []string{"الجمهورية العربية السورية", "中华人民共和国"}, Title: "联合声明", Publisher: "Site", Published: "2025"}
	read    = Work{Title: "Page", Publisher: "Site", URL: "https://example.org/", Accessed: "2026-11-28"}
)

// many is a work of some authors.
func many(n int) Work {
	return Work{Authors: strings.Split("ABCDEFGHIJKLMNOPQRSTUV", "")[:n], Title: "Pact", Publisher: "Site"}
}

func TestStyles(t *testing.T) {
	for _, c := range []struct {
		what  string
		style func(Work, Italic) Citation
		work  Work
		want  Citation
	}{
		{"a report of words", Chicago, trt, Citation{
			"Asaad al-Shaibani, quoted in [Report on the joint statement of Syria and China], *TRT World*, November 17, 2025, https://www.trtworld.com/article/659268b2aedb.",
			"TRT World. [Report on the joint statement of Syria and China]. November 17, 2025. https://www.trtworld.com/article/659268b2aedb.",
		}},
		{"a report of words", APA, trt, Citation{
			"(Asaad al-Shaibani, as cited in TRT World, 2025, para. 9)",
			"TRT World. (2025, November 17). [Report on the joint statement of Syria and China]. https://www.trtworld.com/article/659268b2aedb",
		}},
		{"a report of words", MLA, trt, Citation{
			"(Asaad al-Shaibani, qtd. in [Report on the joint])",
			"[Report on the joint statement of Syria and China]. *TRT World*, 17 Nov. 2025, https://www.trtworld.com/article/659268b2aedb.",
		}},
		{"a title with a comma", Chicago, anadolu, Citation{
			"“Syria, China pledge closer collaboration on security, counter-terrorism,” *Anadolu Agency*, November 17, 2025, https://www.aa.com.tr/en/asia-pacific/3746134.",
			"Anadolu Agency. “Syria, China pledge closer collaboration on security, counter-terrorism.” November 17, 2025. https://www.aa.com.tr/en/asia-pacific/3746134.",
		}},
		{"a title with a comma", MLA, anadolu, Citation{
			"(“Syria, China pledge closer”)",
			"“Syria, China pledge closer collaboration on security, counter-terrorism.” *Anadolu Agency*, 17 Nov. 2025, https://www.aa.com.tr/en/asia-pacific/3746134.",
		}},
		{"an Arabic title that is a question", APA, dpa, Citation{
			"(dpa, in Masrawy, 2025)",
			"dpa, in Masrawy. (2025, November). *هل تنوي الحكومة السورية تسليم مقاتلين إلى الصين؟* https://www.masrawy.com/news/2892497/",
		}},
		{"an Arabic title that is a question", Chicago, dpa, Citation{
			"“هل تنوي الحكومة السورية تسليم مقاتلين إلى الصين؟,” *dpa, in Masrawy*, November 2025, https://www.masrawy.com/news/2892497/.",
			"dpa, in Masrawy. “هل تنوي الحكومة السورية تسليم مقاتلين إلى الصين؟” November 2025. https://www.masrawy.com/news/2892497/.",
		}},
		{"two who issued it", Chicago, joint, Citation{"Syria and China, “Joint statement,” *Xinhua*, 2025.", "Syria and China. “Joint statement.” *Xinhua*, 2025."}},
		{"two who issued it", APA, joint, Citation{"(Syria & China, 2025)", "Syria & China. (2025). *Joint statement*. Xinhua."}},
		{"two who issued it", MLA, joint, Citation{"(Syria and China)", "Syria and China. “Joint statement.” *Xinhua*, 2025."}},
		{"three who issued it", MLA, three, Citation{
			"(Japan et al.)",
			"Japan, et al. “The ‘Spirit’ of Camp David.” *The White House*, 18 Aug. 2023.",
		}},
		{"three who issued it", APA, three, Citation{
			"(Japan et al., 2023)",
			"Japan, Republic of Korea, & United States. (2023, August 18). *The “Spirit” of Camp David*. The White House.",
		}},
		{"three who issued it", Chicago, three, Citation{
			"Japan, Republic of Korea, and United States, “The ‘Spirit’ of Camp David,” *The White House*, August 18, 2023.",
			"Japan, Republic of Korea, and United States. “The ‘Spirit’ of Camp David.” *The White House*, August 18, 2023.",
		}},
		{"many who issued it", Chicago, many(11), Citation{"A et al., “Pact,” *Site*.", "A et al. “Pact.” *Site*."}},
		{"many who issued it", APA, many(22), Citation{"(A et al., n.d.)", "A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, . . . V. (n.d.). *Pact*. Site."}},
		{"names in three scripts", MLA, scripts, Citation{"(الجمهورية العربية السورية and 中华人民共和国)", "الجمهورية العربية السورية and 中华人民共和国. “联合声明.” *Site*, 2025."}},
		{"when it was read", Chicago, read, Citation{"“Page,” *Site*, accessed November 28, 2026, https://example.org/.", "Site. “Page.” Accessed November 28, 2026. https://example.org/."}},
		{"when it was read", APA, read, Citation{"(Site, n.d.)", "Site. (n.d.). *Page*. Retrieved November 28, 2026, from https://example.org/"}},
		{"when it was read", MLA, read, Citation{"(“Page”)", "“Page.” *Site*, https://example.org/. Accessed 28 Nov. 2026."}},
		{"a description that the issuer has as a title", MLA, Work{Authors: []string{"Norland"}, Title: "Report on the Harbour"}, Citation{"(Norland)", "Norland. “Report on the Harbour.”"}},
		{"a description in brackets", APA, Work{Title: "[Minutes]", Publisher: "Site"}, Citation{"(Site, n.d.)", "Site. (n.d.). [Minutes]."}},
		{"words on several lines", MLA, Work{Title: "A\n  title", Publisher: "The\tSite"}, Citation{"(“A title”)", "“A title.” *The Site*."}},
		{"nothing but a title", Chicago, titled, Citation{"“Notes.”", "“Notes.”"}},
		{"nothing but a title", APA, titled, Citation{"(“Notes,” n.d.)", "*Notes*. (n.d.)."}},
		{"nothing but a title", MLA, titled, Citation{"(“Notes”)", "“Notes.”"}},
	} {
		got := c.style(c.work, func(s string) string { return "*" + s + "*" })
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s:\n%s", c.what, diff)
		}
		plain := c.style(c.work, nil)
		if strings.Contains(plain.Note+plain.Entry, "*") {
			t.Errorf("%s, without italics: %q", c.what, plain)
		}
	}
}

func TestLink(t *testing.T) {
	const page = "https://example.org/a"
	for _, c := range []struct{ what, address, quote, before, after, want string }{
		{"a quotation", page, "an integral part of China, and", "", "", page + "#:~:text=an%20integral%20part%20of%20China%2C%20and"},
		{"what is around a short one", page, "integral part", "Taiwan is an ", " of China. He", page + "#:~:text=Taiwan%20is%20an-,integral%20part,-of%20China.%20He"},
		{"hyphens and ampersands", page, "counter-terrorism & peace now", "", "", page + "#:~:text=counter%2Dterrorism%20%26%20peace%20now"},
		{"white space", page, "an  integral\tpart of China, and", "", "", page + "#:~:text=an%20integral%20part%20of%20China%2C%20and"},
		{"a long one", page, "one two three four five " + strings.Repeat("x ", 80) + "six seven eight nine ten", "", "", page + "#:~:text=one%20two%20three%20four%20five,six%20seven%20eight%20nine%20ten"},
		{"one over paragraphs", page, "one two three four five six.\n\nseven eight nine ten", "", "", page + "#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten"},
		{"Chinese", page, "一个中国", "坚持", "原则", page + "#:~:text=%E5%9D%9A%E6%8C%81-,%E4%B8%80%E4%B8%AA%E4%B8%AD%E5%9B%BD,-%E5%8E%9F%E5%88%99"},
		{"an address with a fragment", page + "#top", "an integral part of China, and", "", "", page + "#top:~:text=an%20integral%20part%20of%20China%2C%20and"},
		{"no quotation", page, " ", "", "", page},
		{"no web address", "urn:isbn:1", "words", "", "", ""},
		{"no address", "", "words", "", "", ""},
	} {
		got := Link(c.address, c.quote, c.before, c.after)
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
		if _, err := url.Parse(got); err != nil {
			t.Errorf("%s: %v", c.what, err)
		}
	}
}
