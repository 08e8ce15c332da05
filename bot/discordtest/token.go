package discordtest

// Token is the token of the interaction that the reply answers, by which the
// paths of its callback and follow-ups name it; empty for a reply to a message.
func (r *Reply) Token() string {
	if r.of == nil {
		return ""
	}
	return r.of.token
}
