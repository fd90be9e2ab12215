import { realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { UsageError } from '../config/errors.ts'
import { memoryLimitMb } from '../db/limits.ts'
import type { Effects } from '../effects.ts'
import type { NightlyOptions } from './options.ts'

/** Folders of an installation that are its own. */
const own = ['inbox', 'landed', 'history', 'quarantine', 'releases', 'procedure', 'current', '.workshop']

/** A path without links, of which the end need not be there yet. */
const realOf = (path: string): Promise<string> =>
  realpath(path).catch(async () =>
    dirname(path) === path ? path : join(await realOf(dirname(path)), basename(path)),
  )

/** Sites among what the nightly reads would be read, and removed with what a run leaves. */
async function assertOut({ data, out }: NightlyOptions): Promise<void> {
  const [first = ''] = relative(await realOf(data), await realOf(out)).split(sep)
  if (first !== '' && !own.includes(first)) return
  throw new UsageError(
    `--out ${out} is ${first === '' ? 'the installation itself' : `in its ${first}/`}: give the sites a folder of their own, e.g. --out ${join(data, 'sites')}`,
  )
}

/** Throws `UsageError` where a night is asked for that cannot be; nothing is touched yet. */
export async function assertUsage(options: NightlyOptions, effects: Effects): Promise<void> {
  const { data, asOf, hasSite } = options
  const found = await stat(data).catch(() => null)
  if (!found?.isDirectory())
    throw new UsageError(
      `there is no installation at ${data}: give its folder with --data, or write one with npm run init -- ${data}`,
    )
  if (asOf !== null && asOf > effects.now().toISOString())
    throw new UsageError(`--as-of ${asOf} is in the future: nothing is known of it yet`)
  if (hasSite) await assertOut(options)
  memoryLimitMb()
}
