import { parseDuration } from './duration.ts'
import type { Fault } from './errors.ts'
import type { RawSettings } from './schema.ts'
import type { FaultAt } from './shape.ts'

type Target = RawSettings['targets'][number]
type Aim = RawSettings['aims'][number]

/** A duration that reads the same however it is written; what is none has a fault of its own. */
function durationKey(text: string | undefined): unknown {
  if (text === undefined) return null
  try {
    return parseDuration(text)
  } catch {
    return text
  }
}

/** What an entry is about, what it says of that, and how a person names the former. */
interface Statement<T> {
  readonly about: (entry: T) => unknown
  readonly says: (entry: T) => unknown
  readonly named: (entry: T) => string
}

/** Entries that are about the same and do not say the same, each with the first that it contradicts. */
function contradictions<T>(
  fault: FaultAt,
  name: string,
  entries: readonly T[],
  { about, says, named }: Statement<T>,
): Fault[] {
  const key = (of: unknown): string => JSON.stringify(of)
  return entries.flatMap((entry, index) => {
    const first = entries.findIndex((other) => key(about(other)) === key(about(entry)))
    const other = entries[first]
    if (first >= index || other === undefined || key(says(other)) === key(says(entry))) return []
    const { line } = fault([first], '')
    const where = `${name}[${first}]${line === null ? '' : ` on line ${line}`}`
    return [fault([index], `contradicts ${where}: both are the ${named(entry)}. Keep one of the two`)]
  })
}

const since = (from: string | undefined): string => (from === undefined ? 'without from:' : `from ${from}`)

/** Targets of one level, measure and day that promise different things. */
export const contradictoryTargets = (fault: FaultAt, targets: readonly Target[]): Fault[] =>
  contradictions(fault, 'targets', targets, {
    about: ({ level, measure, from }) => [level, measure, from],
    says: ({ target, clock, calendar, pauses }) => [durationKey(target), clock, calendar, pauses],
    named: ({ level, measure, from }) => `${measure} target of ${level} ${since(from)}`,
  })

/** Aims of one measure and day that aim at different things. */
export const contradictoryAims = (fault: FaultAt, aims: readonly Aim[]): Fault[] =>
  contradictions(fault, 'aims', aims, {
    about: ({ measure, from }) => [measure, from],
    says: ({ share, within }) => [share, durationKey(within)],
    named: ({ measure, from }) => `aim of ${measure} ${since(from)}`,
  })
