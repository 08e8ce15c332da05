// Starts the twin with one server, one channel and one user, and then does what
// each line of standard input says: {"do": "simulateSlashCommand", "with": {…}}.
// What it says itself begins with "twin ", since others print there too.
import readline from 'node:readline'
import { DigitalDiscord } from 'discord-digital-twin'

const channel = '1000000000000000001'
const user = '1000000000000000002'
const bot = '1000000000000000003'
const say = (what) => console.log('twin ' + JSON.stringify(what ?? null))

const twin = new DigitalDiscord({
  guild: { id: '1000000000000000004', name: 'News' },
  channels: [{ id: channel, name: 'general', type: 0 }],
  users: [{ id: user, username: 'ann' }],
  botUser: { id: bot, username: 'Verbatim' },
  botToken: 'twin.t0ken.s3cret',
  dbUrl: 'file:./twin.db',
})
await twin.start()
say({ rest: twin.restUrl, gateway: twin.gatewayUrl, token: twin.botToken, channel, user, bot })
for await (const line of readline.createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line)
  try {
    say({ did: await twin[asked.do]({ channelId: channel, userId: user, ...asked.with }) })
  } catch (error) {
    say({ error: String(error) })
  }
}
await twin.stop()
process.exit(0)
