package curate

import (
	"testing"

	"verbatim/kb"
)

func TestReadSaidBy(t *testing.T) {
	s := &kb.Statement{Parties: []string{"Syria", "中国"}, Facts: []kb.Fact{{Party: "Syria", Speaker: "Asaad al-Shaibani"}}}
	for written, want := range map[string]string{
		"syria": "Syria", "Both sides": "both sides", "中国": "中国", "Wang Yi, for 中国": "Wang Yi, for 中国",
		"Wang Yi (中国)": "Wang Yi, for 中国", "王毅，中国": "王毅, for 中国", "asaad al-shaibani": "Asaad al-Shaibani, for Syria",
		"France": "refused", "": "refused", ", Syria": "refused", "Macron, for France": "refused",
	} {
		party, speaker, err := readSaidBy(s, written)
		got := kb.SaidBy(kb.Fact{Party: party, Speaker: speaker})
		if err != nil {
			got = "refused"
		}
		if got != want {
			t.Errorf("%q: %q, want %q", written, got, want)
		}
	}
}
