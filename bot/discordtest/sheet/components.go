package sheet

import "strings"

// The types of components.
const (
	typeRow       = 1
	typeButton    = 2
	typeInput     = 4
	typeMenuLast  = 8
	typeSection   = 9
	typeText      = 10
	typePicture   = 11
	typeGallery   = 12
	typeFile      = 13
	typeSeparator = 14
	typeContainer = 17
)

func (s *sheet) components(all []object) {
	for _, c := range all {
		s.component(c)
	}
}

func (s *sheet) component(c object) {
	switch t := Int(c["type"]); {
	case t == typeRow:
		s.row(List(c["components"]))
	case t == typeButton:
		s.line("%s", button(c))
	case t > typeButton && t <= typeMenuLast && t != typeInput:
		s.menu(c)
	case t == typeSection:
		s.components(List(c["components"]))
		if accessory, ok := c["accessory"].(object); ok {
			s.component(accessory)
		}
	case t == typeText:
		s.block(Text(c["content"]))
	case t == typePicture:
		s.picture(c)
	case t == typeGallery:
		for _, one := range List(c["items"]) {
			s.picture(one)
		}
	case t == typeFile:
		f, _ := c["file"].(object)
		s.line("(file: %s)", strings.TrimPrefix(Text(f["url"]), "attachment://"))
	case t == typeSeparator:
		s.line("---")
	case t == typeContainer:
		s.inside("| ", func() { s.components(List(c["components"])) })
	default:
		s.line("(a component of type %d)", t)
	}
}

// row shows buttons in one line, and a menu by itself.
func (s *sheet) row(inside []object) {
	var buttons []string
	for _, c := range inside {
		if Int(c["type"]) == typeButton {
			buttons = append(buttons, button(c))
		} else {
			s.component(c)
		}
	}
	if len(buttons) > 0 {
		s.line("%s", strings.Join(buttons, " "))
	}
}

func button(c object) string {
	label := Text(c["label"])
	if e, ok := c["emoji"].(object); ok {
		label = strings.TrimSpace(Text(e["name"]) + " " + label)
	}
	if url := Text(c["url"]); url != "" {
		label += " ↗ " + url
	}
	if c["disabled"] == true {
		label += " (off)"
	}
	return "[" + label + "]"
}

func (s *sheet) menu(c object) {
	off := ""
	if c["disabled"] == true {
		off = " (off)"
	}
	s.line("<%s>%s", Text(c["placeholder"]), off)
	s.inside("  ", func() {
		for _, o := range List(c["options"]) {
			line := "- " + Text(o["label"])
			if about := Text(o["description"]); about != "" {
				line += ": " + about
			}
			if o["default"] == true {
				line += " (chosen)"
			}
			s.line("%s", line)
		}
	})
}

func (s *sheet) picture(c object) {
	media, _ := c["media"].(object)
	about := Text(c["description"])
	if about == "" {
		about = strings.TrimPrefix(Text(media["url"]), "attachment://")
	}
	s.line("(picture: %s)", about)
}
