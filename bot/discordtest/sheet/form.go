package sheet

import "strings"

// Form shows a form: its title, and each input with what stands in it.
func Form(form map[string]any) string {
	lines := []string{"Form: " + Text(form["title"])}
	for _, in := range Inputs(form) {
		label := Text(in["label"])
		if in["required"] == true {
			label += " (required)"
		}
		value := Text(in["value"])
		if value == "" && Text(in["placeholder"]) != "" {
			value = "(" + Text(in["placeholder"]) + ")"
		}
		line := "  " + label + ": " + strings.ReplaceAll(value, "\n", "\n    ")
		lines = append(lines, strings.TrimRight(line, " "))
	}
	return strings.Join(lines, "\n")
}

// Inputs are those of a form, row by row.
func Inputs(form map[string]any) []map[string]any {
	var inputs []object
	for _, row := range List(form["components"]) {
		inputs = append(inputs, List(row["components"])...)
	}
	return inputs
}
