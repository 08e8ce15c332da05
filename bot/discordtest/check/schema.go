package check

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/text/language"
	english "golang.org/x/text/message"
)

// description is Discord's OpenAPI file, loaded once a process.
type description struct {
	templates []string // the paths, with {names} for what varies
	operation map[string]object
	compiler  *jsonschema.Compiler

	mu       sync.Mutex // the compiler bears no two at once
	compiled map[string]*jsonschema.Schema
}

var load = sync.OnceValues(func() (*description, error) {
	path, ok := find()
	if !ok {
		return nil, errors.New("there is no OpenAPI description of Discord here: name its path in DISCORD_OPENAPI")
	}
	return read(path)
})

// Described returns nil when requests are checked against Discord's OpenAPI
// description, and otherwise why they are not. The file is looked for at the
// path in the environment variable DISCORD_OPENAPI, else at
// ../shared/reference/discord-openapi.json from the module's root.
func Described() error {
	_, err := load()
	return err
}

func find() (path string, ok bool) {
	if path := os.Getenv("DISCORD_OPENAPI"); path != "" {
		return path, true
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", false
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			path := filepath.Join(dir, "..", "shared", "reference", "discord-openapi.json")
			_, err := os.Stat(path)
			return path, err == nil
		}
	}
	return "", false
}

func read(path string) (*description, error) {
	file, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read Discord's OpenAPI description: %w", err)
	}
	var whole struct {
		Paths map[string]object `json:"paths"`
	}
	if err := json.Unmarshal(file, &whole); err != nil {
		return nil, fmt.Errorf("read Discord's OpenAPI description: %w", err)
	}
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(string(file)))
	if err != nil {
		return nil, fmt.Errorf("read Discord's OpenAPI description: %w", err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("openapi.json", document); err != nil {
		return nil, fmt.Errorf("read Discord's OpenAPI description: %w", err)
	}
	return &description{
		templates: slices.Sorted(maps.Keys(whole.Paths)),
		operation: whole.Paths,
		compiler:  compiler,
		compiled:  map[string]*jsonschema.Schema{},
	}, nil
}

// schemaViolations compares a body with the description, if that is there.
func schemaViolations(method, path string, body any) []string {
	d, err := load()
	if err != nil {
		return nil
	}
	pointer, ok := d.pointer(strings.ToLower(method), path, body)
	if !ok {
		return []string{"Discord's description has no such request with a body."}
	}
	schema, err := d.schema(pointer)
	if err != nil {
		return []string{"Discord's description cannot be used: " + err.Error()}
	}
	if err := schema.Validate(permissionsAsNumber(body)); err != nil {
		return sentences(err)
	}
	return nil
}

func (d *description) schema(pointer string) (*jsonschema.Schema, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if s := d.compiled[pointer]; s != nil {
		return s, nil
	}
	s, err := d.compiler.Compile("openapi.json#" + pointer)
	d.compiled[pointer] = s
	return s, err
}

// callbackSchemas are the schemas of an interaction's answer by its type. The
// description only offers them all at once, which makes for unreadable
// sentences.
var callbackSchemas = map[int]string{
	answerMessage:     "CreateMessageInteractionCallbackRequest",
	answerLater:       "CreateMessageInteractionCallbackRequest",
	updateLater:       "UpdateMessageInteractionCallbackRequest",
	answerUpdate:      "UpdateMessageInteractionCallbackRequest",
	answerSuggestions: "ApplicationCommandAutocompleteCallbackRequest",
	answerForm:        "ModalInteractionCallbackRequest",
}

// pointer is the JSON pointer of the schema of the body of a request.
func (d *description) pointer(method, path string, body any) (string, bool) {
	if name := callbackSchemas[asObject(body).int("type")]; name != "" && strings.HasSuffix(path, "/callback") {
		return "/components/schemas/" + name, true
	}
	for _, template := range d.templates {
		if !fits(template, path) {
			continue
		}
		if d.operation[template].object(method).object("requestBody").object("content").object("application/json") == nil {
			return "", false
		}
		escaped := strings.NewReplacer("~", "~0", "/", "~1", "{", "%7B", "}", "%7D").Replace(template)
		return "/paths/" + escaped + "/" + method + "/requestBody/content/application~1json/schema", true
	}
	return "", false
}

// fits tells whether a path is of a template. Templates come sorted, so that
// one with @me or @original stands before one with a {name} there.
func fits(template, path string) bool {
	want, have := strings.Split(template, "/"), strings.Split(path, "/")
	if len(want) != len(have) {
		return false
	}
	for i := range want {
		if want[i] != have[i] && !strings.HasPrefix(want[i], "{") {
			return false
		}
	}
	return true
}

// permissionsAsNumber forgives discordgo default_member_permissions as a
// string, which Discord takes although its description says number.
func permissionsAsNumber(body any) any {
	list, ok := body.([]any)
	if !ok {
		list = []any{body}
	}
	for _, c := range list {
		c := asObject(c)
		if s, ok := c["default_member_permissions"].(string); ok {
			if n, err := strconv.ParseInt(s, 10, 64); err == nil {
				c["default_member_permissions"] = float64(n)
			}
		}
	}
	return body
}

// sentences are the innermost reasons why a body does not fit.
func sentences(err error) []string {
	var invalid *jsonschema.ValidationError
	if !errors.As(err, &invalid) {
		return []string{err.Error() + "."}
	}
	printer := english.NewPrinter(language.English)
	var out []string
	var walk func(*jsonschema.ValidationError)
	walk = func(e *jsonschema.ValidationError) {
		for _, cause := range e.Causes {
			walk(cause)
		}
		if len(e.Causes) == 0 {
			sentence := fmt.Sprintf("/%s: %s.", strings.Join(e.InstanceLocation, "/"), e.ErrorKind.LocalizedString(printer))
			// Most of Discord's fields may be null too: that is no help.
			if !slices.Contains(out, sentence) && !strings.HasSuffix(sentence, "want null.") {
				out = append(out, sentence)
			}
		}
	}
	walk(invalid)
	return out
}
