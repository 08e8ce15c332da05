package main

import (
	"bufio"
	"encoding/json"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"verbatim/cmd/verbatim/wire"
)

// assistant connects the client of the SDK to the real program.
func assistant(t *testing.T, how sdk.Transport) *sdk.ClientSession {
	t.Helper()
	client := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil)
	session, err := client.Connect(t.Context(), how, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = session.Close() })
	return session
}

// overLines and overHTTP are the two ways to it.
func overLines(t *testing.T) sdk.Transport {
	return &sdk.CommandTransport{Command: mcpProgram(t), TerminateDuration: 5 * time.Second}
}

func overHTTP(t *testing.T) sdk.Transport {
	return &sdk.StreamableClientTransport{Endpoint: mcpAddress(t)}
}

func mcpProgram(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	path := filepath.Join(t.TempDir(), "test.db")
	write(t, path, shippedDatabase(t))
	return exec.Command("verbatim", append([]string{"--db", path, "mcp"}, args...)...)
}

// mcpAddress is where a program serves that ends with the test.
func mcpAddress(t *testing.T) string {
	t.Helper()
	c := mcpProgram(t, "--http", "127.0.0.1:0")
	said, err := c.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = c.Process.Signal(os.Interrupt)
		if err := c.Wait(); err != nil {
			t.Errorf("it did not end well: %v", err)
		}
	})
	line, err := bufio.NewReader(said).ReadString('\n')
	address, ok := strings.CutPrefix(strings.TrimSpace(line), "Serving at ")
	if err != nil || !ok {
		t.Fatalf("it says %q: %v", line, err)
	}
	return address
}

// called calls a tool and reads its structured result.
func called[Out any](t *testing.T, s *sdk.ClientSession, tool string, arguments map[string]any) (out Out) {
	t.Helper()
	r, err := s.CallTool(t.Context(), &sdk.CallToolParams{Name: tool, Arguments: arguments})
	if err != nil || r.IsError {
		t.Fatalf("%s: %v %+v", tool, err, r)
	}
	text, err := json.Marshal(r.StructuredContent)
	if err == nil {
		err = json.Unmarshal(text, &out)
	}
	if err != nil {
		t.Fatalf("%s: %v", tool, err)
	}
	return out
}

func TestAnAssistantQuotesFromHere(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	for name, way := range map[string]func(*testing.T) sdk.Transport{"lines": overLines, "HTTP": overHTTP} {
		t.Run(name, func(t *testing.T) {
			s := assistant(t, way(t))
			var names []string
			for tool, err := range s.Tools(t.Context(), nil) {
				if err != nil {
					t.Fatal(err)
				}
				if names = append(names, tool.Name); !tool.Annotations.ReadOnlyHint || tool.OutputSchema == nil {
					t.Errorf("%s does not say that it only reads, or what it gives", tool.Name)
				}
			}
			slices.Sort(names)
			if want := []string{"article", "ask", "cite", "quote", "statements"}; !slices.Equal(names, want) {
				t.Errorf("the tools are %v, want %v", names, want)
			}
			callsAll(t, s)
			callsWrongly(t, s)
		})
	}
}

func callsAll(t *testing.T, s *sdk.ClientSession) {
	t.Helper()
	a := called[wire.Answer](t, s, "ask", map[string]any{"question": "What did Syria say about Taiwan?"})
	if !a.Answered || len(a.Citations) == 0 || a.Citations[0].Quote == "" || a.Citations[0].URL == "" || a.Party != "Syria" {
		t.Errorf("ask: %+v", a)
	}
	if follow := called[wire.Answer](t, s, "ask", map[string]any{"question": "who said so?", "previous": a.Question}); follow.ID != a.ID {
		t.Errorf("a question that follows: %+v", follow)
	}
	if un := called[wire.Answer](t, s, "ask", map[string]any{"question": "Who won the cup?"}); un.Answered || un.Reason == "" {
		t.Errorf("what is not known: %+v", un)
	}
	if q := called[wire.Quoted](t, s, "quote", map[string]any{"text": "an integral part of China"}); q.Verdict != "verbatim" || q.Source == "" || q.Statement == "" {
		t.Errorf("quote: %+v", q)
	}
	if q := called[wire.Quoted](t, s, "quote", map[string]any{"text": "…"}); q.Verdict != "not-found" || q.Error == "" {
		t.Errorf("a quotation without words: %+v", q)
	}
	article := `"Taiwan is an integral part of China," said Asaad al-Shaibani.`
	if all := called[wire.Article](t, s, "article", map[string]any{"text": article}); len(all.Quotations) != 1 || all.Quotations[0].Source == "" {
		t.Errorf("article: %+v", all)
	}
	list := called[wire.Statements](t, s, "statements", nil)
	if len(list.Statements) == 0 || len(list.Statements[0].Facts) > 0 || len(list.Statements[0].Sources) == 0 {
		t.Fatalf("statements: %+v", list)
	}
	one := called[wire.Statements](t, s, "statements", map[string]any{"statement": list.Statements[0].ID})
	if len(one.Statements) != 1 || len(one.Statements[0].Facts) == 0 {
		t.Errorf("one statement: %+v", one)
	}
	c := called[struct{ Style, Text string }](t, s, "cite", map[string]any{"ids": []string{a.ID}, "style": "bibtex"})
	if c.Style != "bibtex" || !strings.HasPrefix(c.Text, "@") {
		t.Errorf("cite: %+v", c)
	}
}

// callsWrongly wants a sentence for what cannot be done, and the session to go on.
func callsWrongly(t *testing.T, s *sdk.ClientSession) {
	t.Helper()
	for _, c := range []struct {
		tool      string
		arguments map[string]any
		says      string
	}{
		{"cite", map[string]any{"ids": []string{"no/such"}}, "there is no fact or passage no/such"},
		{"cite", map[string]any{"ids": []string{}, "style": "haiku"}, "haiku"},
		{"article", map[string]any{"text": "x", "format": "exe"}, `not "exe"`},
		{"statements", map[string]any{"statement": "no-such"}, "there is no statement no-such"},
		{"ask", map[string]any{"question": 7}, "question"},
	} {
		r, err := s.CallTool(t.Context(), &sdk.CallToolParams{Name: c.tool, Arguments: c.arguments})
		said := ""
		switch {
		case err != nil:
			said = err.Error()
		case len(r.Content) > 0:
			text, _ := json.Marshal(r.Content[0])
			said = string(text)
		}
		if !strings.Contains(strings.ReplaceAll(said, `\"`, `"`), c.says) || err == nil && !r.IsError {
			t.Errorf("%s %v says %q, want %q", c.tool, c.arguments, said, c.says)
		}
	}
}

func TestWebPagesAndOtherMachinesAskNoAssistant(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	address := mcpAddress(t)
	for what, change := range map[string]func(*http.Request){
		"a page of another origin":     func(r *http.Request) { r.Header.Set("Origin", "https://evil.example") },
		"another name of this machine": func(r *http.Request) { r.Host = "evil.example" },
	} {
		r, err := http.NewRequest(http.MethodPost, address, strings.NewReader(`{"jsonrpc":"2.0","id":1,"method":"ping"}`))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Accept", "application/json, text/event-stream")
		change(r)
		got, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		_ = got.Body.Close()
		if got.StatusCode != http.StatusForbidden {
			t.Errorf("%s gets %d", what, got.StatusCode)
		}
	}
	for _, address := range []string{":8081", "0.0.0.0:8081", "192.0.2.1:80", "example.org:80", "localhost", "127.0.0.1"} {
		if code, _, errs := runOn(t, "", "", "mcp", "--http", address); code != exitUsage || !strings.Contains(errs, "--http must be an address of this machine") {
			t.Errorf("%s: exit code %d, %s", address, code, errs)
		}
	}
}
