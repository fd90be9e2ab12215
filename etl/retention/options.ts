import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { UsageError } from '../config/errors.ts'

export const help = `npm run purge -- [--data DIR] [--out DIR] [--no-site] [--person ID]… [--inbox]

Removes what is kept too long and, with --person, everything about a person. Where figures may change by
it, a night is run. After an erasure the releases and site builds of before are removed.

  --data DIR     the installation (default data/live)
  --out DIR      where the sites stand (default: where they were built last, else dist/)
  --no-site      publish a release and build no site; site builds of before stay until a night builds sites
  --person ID    erase this person: a name, user name or address as exports write it; may be repeated.
                 An entry under people: of config.yaml brings all its names
  --inbox        remove exports from inbox/ too: those that were read and are past retention, and with
                 --person those that were read and name the person
  --help         this text

Exit codes: 0 done, and what people have to do is said; 1 no night was published, and what is still there
is said; 2 wrong usage or configuration, nothing touched; 3 another run holds the lock.`

export interface PurgeOptions {
  readonly data: string
  /** Null: where the sites were built last. */
  readonly out: string | null
  readonly hasSite: boolean
  readonly persons: readonly string[]
  readonly hasInbox: boolean
}

/** The options of a command line; null where it asks for help. Throws `UsageError`. */
export function readPurgeOptions(words: readonly string[]): PurgeOptions | null {
  const options = {
    data: { type: 'string', default: 'data/live' },
    out: { type: 'string' },
    'no-site': { type: 'boolean', default: false },
    person: { type: 'string', multiple: true },
    inbox: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  } as const
  try {
    const { values } = parseArgs({ args: [...words], options, strict: true, allowPositionals: false })
    if (values.help) return null
    return {
      data: resolve(values.data),
      out: values.out === undefined ? null : resolve(values.out),
      hasSite: !values['no-site'],
      persons: values.person ?? [],
      hasInbox: values.inbox,
    }
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${help}`)
  }
}
