import { parseArgs } from 'node:util'
import { writeFigures } from './figures.ts'
import { benchIngest } from './ingest.ts'
import { benchMail } from './mail.ts'
import { benchNights } from './nights.ts'
import { benchProfile } from './profile.ts'
import { benchSites } from './sites.ts'
import { benchTrends } from './trends.ts'

const help = `npm run bench -- [nights | profile | ingest | mail | trends | sites] [--size N] [--rounds N]

Measures the job over seeded data, beside what else could be done with the same file in the same run (read the ratios), and
trends by what is known of made-up worlds. Without a size, what it says is written into test/bench/figures.md and .json.

  nights         whole nights over 10,000, 100,000, 1,000,000 and 10,000,000 tickets, and 5,000,000 events: the first, one
                 with nothing new, one with little new, beside DuckDB alone and papaparse; about an hour
  profile        where the time of a first night over 1,000,000 tickets goes, statement by statement, and the floor
  ingest         ingest of 1,000,000 tickets
  mail           ingest of 50,000 messages
  trends         how issues are grouped and trends are called, on 500 made-up worlds of each kind; about ten minutes
  sites          what pages weigh over 10,000 and over 1,000,000 tickets of the same years, and how long all sites
                 take to build; about five minutes
  --size N       so many tickets, messages or worlds instead, and nothing is written
  --rounds N     how often each is run (default 3); trends, profile and the largest nights run once
  --help         this text`

/** What a benchmark says, in lines of Markdown. */
export interface Benched {
  readonly lines: readonly string[]
  /** The same for a program. */
  readonly figures?: unknown
}
type Bench = (size: number | null, rounds: number) => Promise<Benched>

const benches: Readonly<Record<string, Bench>> = {
  nights: (size, rounds) => benchNights(size === null ? [1e4, 1e5, 1e6, 1e7] : [size], rounds),
  profile: (size) => benchProfile(size ?? 1_000_000),
  ingest: async (size, rounds) => ({ lines: await benchIngest(size ?? 1_000_000, rounds) }),
  mail: async (size, rounds) => ({ lines: await benchMail(size ?? 50_000, rounds) }),
  trends: async (size) => ({ lines: await benchTrends(size ?? 500) }),
  sites: async (size, rounds) => ({ lines: await benchSites(size ?? 1_000_000, rounds) }),
}

const isCount = (number: number): boolean => Number.isSafeInteger(number) && number >= 1

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      size: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  const names = positionals.length > 0 ? positionals : Object.keys(benches)
  const [size, rounds] = [values.size === undefined ? null : Number(values.size), Number(values.rounds)]
  const isWrong =
    names.some((name) => !Object.hasOwn(benches, name)) ||
    !isCount(rounds) ||
    (size !== null && !isCount(size))
  if (values.help || isWrong) {
    if (isWrong) console.error('There is no such benchmark, or a number is not a whole one of 1 or more.\n')
    console.log(help)
    return values.help ? 0 : 2
  }
  for (const name of names) {
    const benched = await (benches[name] as Bench)(size, rounds)
    console.log(`${benched.lines.join('\n')}\n`)
    if (size === null) await writeFigures(name, benched)
  }
  return 0
}

process.exitCode = await main()
