package check

// Discord's limits of a form (a modal) and of suggestions.
const (
	greatestFormTitle   = 45
	greatestInputs      = 5
	greatestInputLabel  = 45
	greatestInputHint   = 100
	greatestInputValue  = 4000
	greatestSuggestText = 100
)

// form checks a modal, as discordgo can send it: text inputs in rows.
func form(m object) []string {
	var f findings
	f.text("the title of the form", m.string("title"), 1, greatestFormTitle)
	f.text("the custom_id of the form", m.string("custom_id"), 1, greatestCustomID)
	rows := m.objects("components")
	if len(rows) == 0 || len(rows) > greatestInputs {
		f.add("the form has %d inputs; Discord takes 1 to %d.", len(rows), greatestInputs)
	}
	seen := map[string]bool{}
	for _, row := range rows {
		inputs := row.objects("components")
		if row.int("type") == typeRow && len(inputs) != 1 {
			f.add("a row of the form has %d inputs; Discord takes 1.", len(inputs))
		}
		for _, in := range inputs {
			f.unique(seen, "the custom_id", in.string("custom_id"))
			f.input(in)
		}
	}
	return f
}

func (f *findings) input(in object) {
	f.text("the custom_id of an input", in.string("custom_id"), 1, greatestCustomID)
	f.text("the label of an input", in.string("label"), 1, greatestInputLabel)
	f.text("the placeholder of an input", in.string("placeholder"), 0, greatestInputHint)
	most := greatestInputValue
	if limit := in.int("max_length"); limit > 0 && limit < most {
		most = limit
	}
	f.text("the value of an input", in.string("value"), 0, most)
	if in.int("min_length") > most {
		f.add("an input's min_length is greater than its max_length.")
	}
}

// suggestions checks the answer to an autocomplete interaction.
func suggestions(data object) []string {
	var f findings
	choices := data.objects("choices")
	if len(choices) > greatestSuggestions {
		f.add("there are %d suggestions; Discord takes %d.", len(choices), greatestSuggestions)
	}
	for _, c := range choices {
		f.text("the name of a suggestion", c.string("name"), 1, greatestSuggestText)
		if value, ok := c["value"].(string); ok {
			f.text("the value of a suggestion", value, 1, greatestSuggestText)
		}
	}
	return f
}
