import { readFile, readlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { InTheWay } from '../effects.ts'
import { asOfIn } from './as-of.ts'
import { NotPublished } from './not-published.ts'

/** What is known of the release that stands; times are ISO instants. */
export interface Standing {
  readonly run: string
  readonly as_of: string
  readonly built_at: string
}

/** A clock that goes back further than this was set wrong, now or then. */
const mostMinutesBack = 60

/** The run that `current` names; null where there is no `current`. Throws `InTheWay` where that is no link. */
export async function standingRun(installation: string): Promise<string | null> {
  const current = join(installation, 'current')
  const target = await readlink(current).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EINVAL') throw new InTheWay(current)
    if (error.code !== 'ENOENT') throw error
    return null
  })
  return target === null ? null : basename(target)
}

const anew = (current: string): string => `restore it, or remove the link ${current} and run again`

/**
 * The release that stands, or null where none does. Throws `NotPublished` where one stands and does not say what it is, or
 * is not there: nothing may replace it by mistake.
 */
export async function standingRelease(installation: string): Promise<Standing | null> {
  const current = join(installation, 'current')
  const name = await standingRun(installation)
  if (name === null) return null
  const path = join(current, 'manifest.json')
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return null
  })
  if (text === null)
    throw new NotPublished(`${current} leads to release ${name}, which is not there whole: ${anew(current)}`)
  const [run, built_at] = ['run', 'built_at'].map(
    (name) => new RegExp(`"${name}": ?"([^"]+)"`).exec(text)?.[1],
  )
  const as_of = asOfIn(text)
  if (run === undefined || as_of === null || built_at === undefined)
    throw new NotPublished(`${path} is damaged: ${anew(current)}`)
  return { run, as_of, built_at }
}

/** Throws `NotPublished` where the clock is well before the standing release was published: what is new could not be told from old. */
export function assertClock(now: Date, standing: Standing | null, installation: string): void {
  if (standing === null) return
  if (now.getTime() >= Date.parse(standing.built_at) - mostMinutesBack * 60_000) return
  throw new NotPublished(
    `the clock of this machine says ${now.toISOString()}, and the release that stands was published at ${standing.built_at}: set the clock right and run again. Where the clock is right now and was wrong then, remove the link ${join(installation, 'current')} and run again`,
  )
}
