package gateway

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"time"

	"github.com/bwmarrin/discordgo"
)

// Client carries calls to Discord. Each has a deadline: that of Timing, or the
// context's if it is earlier. A call is tried again as long as there is time
// and trying again cannot do anything twice. Nothing that is sent can ping
// anyone: AllowedMentions are replaced by none in every message.
type Client struct {
	token  string
	timing Timing
	wire   *transport
}

func newClient(c Config, timing Timing, metrics Metrics, log *slog.Logger) *Client {
	return &Client{
		token:  c.Token,
		timing: timing,
		wire: &transport{
			api: c.API, base: base(), timing: timing, metrics: metrics, log: log,
			limits: newLimits(), breaker: &breaker{},
		},
	}
}

// userAgent is of the form that Discord asks for.
const userAgent = "DiscordBot (https://github.com/bwmarrin/discordgo, v" + discordgo.VERSION + ")"

// session is a discordgo session for one call. discordgo's rate limiter, which
// would keep a bucket for each interaction for ever, ends with it; the
// transport keeps to the limits instead.
func (c *Client) session() *discordgo.Session {
	return &discordgo.Session{
		Token:       "Bot " + c.token,
		Client:      &http.Client{Transport: c.wire},
		Ratelimiter: discordgo.NewRatelimiter(),
		UserAgent:   userAgent,
		LogLevel:    -1, // its debug log would print the token
		// Trying again is the transport's: MaxRestRetries and
		// ShouldRetryOnRateLimit stay off.
	}
}

// do runs one call within its time.
func do[T any](ctx context.Context, c *Client, within time.Duration, call func(*discordgo.Session, discordgo.RequestOption) (T, error)) (T, error) {
	ctx, cancel := context.WithTimeout(ctx, within)
	defer cancel()
	return call(c.session(), discordgo.WithContext(ctx))
}

// EditOriginal changes the answer to an interaction, within 15 minutes. After
// a deferred answer it is what the person gets to see.
func (c *Client) EditOriginal(ctx context.Context, i *discordgo.Interaction, e *discordgo.WebhookEdit) (*discordgo.Message, error) {
	sent := *e
	sent.AllowedMentions = nobody()
	m, err := do(ctx, c, c.timing.Call, func(s *discordgo.Session, o discordgo.RequestOption) (*discordgo.Message, error) {
		return s.InteractionResponseEdit(i, &sent, o)
	})
	return m, told(err, "change the answer to interaction %s", i.ID)
}

// FollowUp adds a message to the answer to an interaction, within 15 minutes.
// It is not tried again after an attempt that may have come through, since
// Discord would show it twice.
func (c *Client) FollowUp(ctx context.Context, i *discordgo.Interaction, p *discordgo.WebhookParams) (*discordgo.Message, error) {
	sent := *p
	sent.AllowedMentions = nobody()
	sent.Components = list(p.Components)
	m, err := do(ctx, c, c.timing.Call, func(s *discordgo.Session, o discordgo.RequestOption) (*discordgo.Message, error) {
		return s.FollowupMessageCreate(i, true, &sent, o)
	})
	return m, told(err, "follow up interaction %s", i.ID)
}

// gateway asks for the address of the websocket.
func (c *Client) gateway(ctx context.Context) (string, error) {
	body, err := do(ctx, c, c.timing.Call, func(s *discordgo.Session, o discordgo.RequestOption) ([]byte, error) {
		return s.RequestWithBucketID("GET", discordgo.EndpointGateway, nil, discordgo.EndpointGateway, o)
	})
	var answer struct {
		URL string `json:"url"`
	}
	if err == nil {
		err = json.Unmarshal(body, &answer)
	}
	if err == nil && answer.URL == "" {
		err = errNoFrame
	}
	return answer.URL, told(err, "ask for the gateway's address")
}
