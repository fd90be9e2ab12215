import { disk, type Effects } from '../../etl/effects.ts'
import { purge } from '../../etl/purge.ts'
import { readPurgeOptions } from '../../etl/retention/options.ts'

export interface Purged {
  readonly code: number
  readonly lines: readonly string[]
  readonly log: string
}

/** Runs `npm run purge` over the installation in `dir`, without a site. */
export async function purgeIn(
  dir: string,
  words: readonly string[] = [],
  effects: Partial<Effects> = {},
): Promise<Purged> {
  const lines: string[] = []
  const options = readPurgeOptions(['--data', dir, '--no-site', ...words])
  if (!options) throw new Error('the options of a purge ask for help')
  const log = (line: string) => lines.push(line)
  const code = await purge(options, { now: () => new Date(), progress: () => {}, disk, ...effects, log })
  return { code, lines, log: lines.join('\n') }
}
