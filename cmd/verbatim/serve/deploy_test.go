package serve

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"go.yaml.in/yaml/v4"

	"verbatim/kb"
)

const deploy = "../../../deploy"

// shown are the metrics that the program really exports, with their labels.
func shown(t *testing.T) map[string][]string {
	t.Helper()
	m := newMetrics(nil)
	m.watch(func() bool { return true })
	m.Asked("fact", time.Millisecond)
	m.Sent(time.Millisecond, true)
	m.Event("READY")
	m.Ended("dropped")
	m.Request("GET /gateway", 200, 0)
	m.registry.Unregister(m.facts) // it would ask a library
	families, err := m.registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]string{"up": {"job"}, "verbatim_facts": nil}
	for _, f := range families {
		var labels []string
		for _, l := range f.GetMetric()[0].GetLabel() {
			labels = append(labels, l.GetName())
		}
		for _, end := range []string{"", "_bucket", "_count", "_sum"} {
			if end == "" || f.GetMetric()[0].GetHistogram() != nil {
				all[f.GetName()+end] = labels
			}
		}
	}
	return all
}

var (
	metricIn = regexp.MustCompile(`\b((?:verbatim|go|process)_[a-z_]+|up)\b(?:\{([^}]*)\})?`)
	labelIn  = regexp.MustCompile(`([a-z_]+)(?:=|!=|=~|!~)"`)
	byIn     = regexp.MustCompile(`by \(([a-z_, ]+)\)`)
)

// expressionsOf are the ones of the alert rules and of the dashboard.
func expressionsOf(t *testing.T) []string {
	t.Helper()
	var rules struct {
		Groups []struct {
			Rules []struct {
				Alert, Expr string
				Annotations map[string]string
			}
		}
	}
	var dashboard struct {
		Panels []struct {
			Title   string
			Targets []struct{ Expr string }
		}
	}
	read := func(name string, into any, unmarshal func([]byte, any) error) {
		content, err := os.ReadFile(filepath.Join(deploy, name))
		if err == nil {
			err = unmarshal(content, into)
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	read("alerts.yaml", &rules, func(b []byte, v any) error { return yaml.Unmarshal(b, v) })
	read("grafana.json", &dashboard, json.Unmarshal)
	var all []string
	for _, g := range rules.Groups {
		for _, r := range g.Rules {
			if all = append(all, r.Expr); r.Annotations["summary"] == "" {
				t.Errorf("%s does not say what to do", r.Alert)
			}
		}
	}
	for _, p := range dashboard.Panels {
		for _, target := range p.Targets {
			all = append(all, target.Expr)
		}
	}
	if len(all) < 20 {
		t.Fatalf("only %d expressions were found", len(all))
	}
	return all
}

func TestDashboardAndAlertsAskForWhatIsExported(t *testing.T) {
	exported := shown(t)
	for _, e := range expressionsOf(t) {
		if strings.Count(e, "(") != strings.Count(e, ")") || strings.Count(e, "{") != strings.Count(e, "}") {
			t.Errorf("its brackets do not close: %s", e)
		}
		labels := []string{"instance", "job", "le"}
		found := metricIn.FindAllStringSubmatch(e, -1)
		for _, m := range found {
			own, ok := exported[m[1]]
			if !ok {
				t.Errorf("there is no metric %s: %s", m[1], e)
			}
			for _, l := range labelIn.FindAllStringSubmatch(m[2], -1) {
				if !slices.Contains(append(own, labels...), l[1]) {
					t.Errorf("%s has no label %s: %s", m[1], l[1], e)
				}
			}
			labels = append(labels, own...)
		}
		for _, by := range byIn.FindAllStringSubmatch(e, -1) {
			for _, l := range strings.Split(by[1], ", ") {
				if !slices.Contains(labels, l) {
					t.Errorf("nothing in it has the label %s: %s", l, e)
				}
			}
		}
		if len(found) == 0 {
			t.Errorf("it asks for no metric: %s", e)
		}
	}
}

func TestOperatorsReadWhatEachMetricMeans(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(deploy, "OPERATORS.md"))
	if err != nil {
		t.Fatal(err)
	}
	outcomes := []any{
		kb.KindFact, kb.KindPassage, kb.KindOverview, kb.KindList, kb.KindHelp, kb.KindIdentity, kb.KindThanks, kb.KindChatter,
		kb.ReasonUnknown, kb.ReasonNotInText, kb.ReasonNoSuchStatement, kb.ReasonAmbiguous, kb.ReasonEmpty, "limited", "quote-unchecked",
	}
	questions := regexp.MustCompile("(?m)^.*`verbatim_questions_total`.*$").FindString(string(page))
	for _, outcome := range outcomes {
		if !strings.Contains(questions, fmt.Sprintf("`%s`", outcome)) {
			t.Errorf("the page does not say that a question may end with %s", outcome)
		}
	}
	exported := shown(t)
	for name := range exported {
		base := regexp.MustCompile(`_(bucket|count|sum)$`).ReplaceAllString(name, "")
		if strings.HasPrefix(name, "verbatim_") && !strings.Contains(string(page), "`"+base) {
			t.Errorf("the page does not say what %s means", base)
		}
	}
	for _, m := range metricIn.FindAllStringSubmatch(string(page), -1) {
		if _, ok := exported[m[1]]; !ok && strings.HasPrefix(m[1], "verbatim_") {
			t.Errorf("the page explains %s, which is not exported", m[1])
		}
	}
}

func TestComposeFilesAndTheUnitAreRead(t *testing.T) {
	variables := regexp.MustCompile(`VERBATIM_[A-Z_]+|DISCORD_[A-Z_]+`)
	readme, err := os.ReadFile("../../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"compose.sqlite.yaml", "compose.postgres.yaml", "verbatim.service"} {
		content, err := os.ReadFile(filepath.Join(deploy, name))
		if err != nil {
			t.Fatal(err)
		}
		var any map[string]any
		if strings.HasSuffix(name, ".yaml") {
			if err := yaml.Unmarshal(content, &any); err != nil || any["services"] == nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		for _, v := range variables.FindAllString(string(content), -1) {
			if !strings.Contains(string(readme), "`"+v+"`") {
				t.Errorf("%s sets %s, which README does not know", name, v)
			}
		}
	}
}

func TestReleasesNameFilesThatAreThere(t *testing.T) {
	content, err := os.ReadFile("../../../.goreleaser.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var release struct {
		Builds   []struct{ GOOS, GOARCH []string }
		Archives []struct{ Files []string }
		NFPMs    []struct {
			Formats  []string
			Contents []struct{ Src string }
		} `yaml:"nfpms"`
		Images []struct {
			Dockerfile string
			Extra      []string `yaml:"extra_files"`
		} `yaml:"dockers_v2"`
	}
	if err := yaml.Unmarshal(content, &release); err != nil {
		t.Fatal(err)
	}
	targets := 0
	for _, b := range release.Builds {
		targets += len(b.GOOS) * len(b.GOARCH)
	}
	if targets != 6 {
		t.Errorf("there are %d programs, want 6: three systems, two architectures", targets)
	}
	var files []string
	for _, a := range release.Archives {
		files = append(files, a.Files...)
	}
	for _, p := range release.NFPMs {
		for _, c := range p.Contents {
			files = append(files, c.Src)
		}
	}
	for _, i := range release.Images {
		files = append(append(files, i.Dockerfile), i.Extra...)
	}
	if len(files) < 12 {
		t.Errorf("only %d files were read", len(files))
	}
	for _, name := range files {
		if found, err := filepath.Glob(filepath.Join("../../..", name)); err != nil || len(found) == 0 {
			t.Errorf("there is no %s", name)
		}
	}
}
