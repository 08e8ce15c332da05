package kb

// Settings are what the moderators of a server have set. The zero value is what
// holds while nothing is set.
type Settings struct {
	Role           string `json:"role,omitempty"`            // id of the role whose members are moderators; empty: none
	AddingRole     string `json:"adding_role,omitempty"`     // id of the role whose members may add, and change what they added; empty: none
	NoticeChannel  string `json:"notice_channel,omitempty"`  // id of the channel that hears of new inbox entries; empty: none
	Private        bool   `json:"private,omitempty"`         // answers are private unless asked otherwise
	ShippedOff     bool   `json:"shipped_off,omitempty"`     // only the server's own facts and texts answer
	InboxDays      int    `json:"inbox_days,omitempty"`      // how long inbox texts are kept; 0: InboxDaysUsual
	Language       string `json:"language,omitempty"`        // that replies are in, as BCP 47; empty: that of whoever asks
	CorrectionsOff bool   `json:"corrections_off,omitempty"` // answers shown before are not marked when a fact changes

	// Channels are those, by id, where the bot does otherwise than [WhenAsked]; those of a
	// forum or a channel hold for its threads too.
	Channels map[string]Attention `json:"channels,omitempty"`
}

// ChannelsMost bounds Settings.Channels.
const ChannelsMost = 100

// Attention says which questions are answered in a channel.
type Attention string

// What is answered in a channel.
const (
	WhenAsked Attention = ""       // what is asked of the bot
	ByItself  Attention = "itself" // other questions too, where it knows the answer
	Never     Attention = "never"  // nothing
)

// How long texts of the inbox are kept, in days.
const (
	InboxDaysUsual = 90
	InboxDaysMost  = 365
)

// KeepDays is how long inbox texts are kept.
func (s Settings) KeepDays() int {
	if s.InboxDays <= 0 {
		return InboxDaysUsual
	}
	return min(s.InboxDays, InboxDaysMost)
}
