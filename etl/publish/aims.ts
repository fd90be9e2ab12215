import { isDeepStrictEqual } from 'node:util'
import { parseDuration } from '../config/duration.ts'
import type { Settings } from '../config/settings.ts'

type Aim = Settings['aims'][number]

/** The time that a measure's chart is drawn for, in words, where an aim is for another; null where it is for the same. */
export function otherTime(within: Settings['within'], aim: Aim): string | null {
  const charted = aim.measure in within ? within[aim.measure as keyof Settings['within']] : undefined
  if (aim.within === undefined || charted === undefined) return null
  return isDeepStrictEqual(parseDuration(aim.within), charted.duration) ? null : charted.words
}

/** The aim of a measure's chart in force on a day; null where nobody set any. */
export function aimOn(
  { aims, within }: Pick<Settings, 'aims' | 'within'>,
  measure: string,
  day: string,
): Aim | null {
  const [newest] = aims
    .filter((aim) => aim.measure === measure && (aim.from ?? '') <= day && otherTime(within, aim) === null)
    .sort((a, b) => (b.from ?? '').localeCompare(a.from ?? ''))
  return newest ?? null
}
