package discordtest

import "verbatim/bot/discordtest/sheet"

// Form is a form that the bot opened.
type Form struct {
	r    *Reply
	data object
}

// Form waits for the form that the reply is. It ends the test when the bot
// answered with something else.
func (r *Reply) Form() *Form {
	r.d.t.Helper()
	r.wait()
	r.d.mu.Lock()
	defer r.d.mu.Unlock()
	if r.of == nil || r.of.answered != answerForm {
		r.d.t.Fatal("discordtest: the bot opened no form")
	}
	return &Form{r: r, data: r.of.data}
}

// Value is what stands in the input of a label.
func (f *Form) Value(label string) string {
	for _, in := range sheet.Inputs(f.data) {
		if sheet.Labelled(sheet.Text(in["label"]), label) {
			return sheet.Text(in["value"])
		}
	}
	return ""
}

// Text shows the form: its title, and each input with what stands in it.
func (f *Form) Text() string { return sheet.Form(f.data) }

// Fill writes into the inputs of these labels, leaves the others as they are
// and sends the form. Labels and texts alternate.
func (f *Form) Fill(labelsAndTexts ...string) *Reply {
	d := f.r.d
	d.t.Helper()
	texts := map[string]string{}
	for i := 0; i+1 < len(labelsAndTexts); i += 2 {
		texts[labelsAndTexts[i]] = labelsAndTexts[i+1]
	}
	rows := []any{}
	for _, in := range sheet.Inputs(f.data) {
		value := sheet.Text(in["value"])
		for label, written := range texts {
			if sheet.Labelled(sheet.Text(in["label"]), label) {
				value = written
				delete(texts, label)
			}
		}
		if value == "" && in["required"] == true {
			d.t.Fatalf("discordtest: the form wants %s", sheet.Text(in["label"]))
		}
		rows = append(rows, object{"type": 1, "components": []any{
			object{"type": 4, "custom_id": in["custom_id"], "value": value},
		}})
	}
	for label := range texts {
		d.t.Fatalf("discordtest: the form has no %q:\n%s", label, f.Text())
	}
	i := f.r.of
	return i.person.interact(kindForm, object{"custom_id": f.data["custom_id"], "components": rows}, i.on)
}
