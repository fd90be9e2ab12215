import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { UsageError } from '../config/errors.ts'

export const help = `npm run nightly -- [--data DIR] [--as-of TIME] [--no-site] [--out DIR] [--republish]

Reads what is new in DIR/inbox, rebuilds the facts, publishes a release and builds the sites.

  --data DIR     the installation (default data/live)
  --as-of TIME   compute everything as of this time, e.g. 2026-05-14T00:00:00+01:00
                 (default: the newest export)
  --no-site      publish the release and build no site
  --out DIR      where the sites go (default dist/)
  --republish    publish also where nothing is new, and let a release as of an earlier time
                 replace the standing one
  --help         this text

Exit codes: 0 published, or nothing new; 1 nothing published, the last release stands; 2 wrong usage or
configuration, nothing touched; 3 another run holds the lock.`

export interface NightlyOptions {
  readonly data: string
  readonly asOf: string | null
  readonly hasSite: boolean
  readonly out: string
  readonly isRepublish: boolean
}

function instantOf(text: string): string {
  try {
    return Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 })
  } catch {
    throw new UsageError(
      `--as-of ${text} is not a time with its offset: write it as 2026-05-14T00:00:00+01:00`,
    )
  }
}

/** The options of a command line; null where it asks for help. Throws `UsageError`. */
export function readOptions(words: readonly string[]): NightlyOptions | null {
  const options = {
    data: { type: 'string', default: 'data/live' },
    'as-of': { type: 'string' },
    'no-site': { type: 'boolean', default: false },
    out: { type: 'string', default: 'dist' },
    republish: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  } as const
  try {
    const { values } = parseArgs({ args: [...words], options, strict: true, allowPositionals: false })
    if (values.help) return null
    return {
      data: resolve(values.data),
      asOf: values['as-of'] === undefined ? null : instantOf(values['as-of']),
      hasSite: !values['no-site'],
      out: resolve(values.out),
      isRepublish: values.republish,
    }
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${(error as Error).message}\n\n${help}`)
  }
}
