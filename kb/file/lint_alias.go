package file

// aliasList checks the other names. None of these problems makes an answer
// untrue, so they are warnings.
func (l *linter) aliasList() {
	of := make(map[string]string)
	for _, a := range l.s.Aliases {
		at := place{"aliases", a.Name}
		if blank(a.Name) {
			l.warn(at, "the aliases have an empty name; add it or remove the entry")
		}
		if len(a.Other) == 0 {
			l.warn(at, "%q has no other name; add one or remove the entry", clip(a.Name))
		}
		for i, other := range a.Other {
			l.alias(append(at, i), a.Name, other, of)
		}
	}
}

// alias checks one other name; of has the name of each one met before.
func (l *linter) alias(at place, name, other string, of map[string]string) {
	key := SameWords(other)
	switch earlier, twice := of[key]; {
	case blank(other):
		l.warn(at, "%q has an empty alias; remove it", clip(name))
	case key == SameWords(name):
		l.warn(at, "the alias %q is the name itself; remove it", clip(other))
	case twice && earlier == name:
		l.warn(at, "the alias %q is listed twice; keep one", clip(other))
	case twice:
		l.warn(at, "the alias %q is also one of %q, so it cannot be told which is meant; keep one", clip(other), clip(earlier))
	default:
		of[key] = name
	}
}
