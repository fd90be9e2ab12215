import { parseArgs } from 'node:util'
import { benchIngest } from './ingest.ts'

const help = `npm run bench -- [ingest] [--tickets N] [--rounds N]

Measures the job over seeded data, beside DuckDB alone over the same file in the same run. Read the ratios.

  ingest         ingest of 1,000,000 tickets (the only bench so far)
  --tickets N    so many instead
  --rounds N     how often each is run (default 3)
  --help         this text`

const { values, positionals } = parseArgs({
  options: {
    tickets: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '3' },
    help: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})
const [tickets, rounds] = [Number(values.tickets), Number(values.rounds)]
const isWrong =
  !(tickets >= 1 && rounds >= 1) || positionals.some((name) => name !== 'ingest') || positionals.length > 1
if (values.help || isWrong) {
  console.log(help)
  process.exitCode = values.help ? 0 : 2
} else for (const line of await benchIngest(tickets, rounds)) console.log(line)
