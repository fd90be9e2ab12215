import { parseArgs } from 'node:util'
import { benchIngest } from './ingest.ts'
import { benchMail } from './mail.ts'
import { benchSites } from './sites.ts'
import { benchTrends } from './trends.ts'

const help = `npm run bench -- [ingest | mail | trends | sites] [--size N] [--rounds N]

Measures the job over seeded data: ingest beside DuckDB alone over the same file in the same run (read the ratios), and
trends by what is known of made-up worlds.

  ingest         ingest of 1,000,000 tickets
  mail           ingest of 50,000 messages
  trends         how issues are grouped and trends are called, on 500 made-up worlds of each kind; about ten minutes
  sites          what pages weigh over 10,000 and over 1,000,000 tickets of the same years, and how long both sites take
                 to build; about five minutes
  --size N       so many tickets, messages or worlds instead
  --rounds N     how often each is run (default 3); trends run once
  --help         this text`

const benches = {
  ingest: { run: benchIngest, size: 1_000_000 },
  mail: { run: benchMail, size: 50_000 },
  trends: { run: benchTrends, size: 500 },
  sites: { run: benchSites, size: 1_000_000 },
}
type Name = keyof typeof benches
const isName = (word: string): word is Name => word in benches

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      size: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  const names = positionals.length > 0 ? positionals.filter(isName) : (Object.keys(benches) as Name[])
  const [size, rounds] = [values.size === undefined ? null : Number(values.size), Number(values.rounds)]
  const isWrong = names.length < positionals.length || !(rounds >= 1) || (size !== null && !(size >= 1))
  if (values.help || isWrong) {
    console.log(help)
    return values.help ? 0 : 2
  }
  for (const name of names) {
    const { run, size: usual } = benches[name]
    console.log(`${(await run(size ?? usual, rounds)).join('\n')}\n`)
  }
  return 0
}

process.exitCode = await main()
