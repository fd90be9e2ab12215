/** Levels with their targets, for those who do not know a level by its code. */
import type { Level, Manifest, Target } from '../../data/contract.ts'

export type MeasureOfTarget = Target['measure']
export const measuresOfTargets = ['response', 'resolution'] as const satisfies readonly MeasureOfTarget[]

/** A level; nobody has said whom it is for where `affects` is null. */
export type NamedLevel = Omit<Level, 'affects'> & { affects: string | null }

type Said = Pick<Manifest, 'levels' | 'targets'>

/** The levels that have words, in their order, then those that only a target names. */
export const namedLevels = ({ levels, targets }: Said): NamedLevel[] => {
  const known = new Set(levels.map(({ level }) => level))
  const others = new Set(targets.map(({ level }) => level).filter((level) => !known.has(level)))
  return [...levels, ...[...others].map((level) => ({ level, affects: null, source: null }))]
}

/** Whether a level is for what cannot wait: at some time its first answer was to come within an hour, day or night. */
export const isUrgent = (
  targets: readonly Pick<Target, 'level' | 'measure' | 'kind' | 'amount'>[],
  level: string,
): boolean =>
  targets.some(
    (target) =>
      target.level === level &&
      target.measure === 'response' &&
      target.kind === 'elapsed' &&
      target.amount <= 60,
  )

/** Whether a target is in force on a local day, ended before it, or begins after it. */
const stateOn = ({ from, to }: Pick<Target, 'from' | 'to'>, day: string): 'now' | 'ended' | 'coming' =>
  to !== null && to <= day ? 'ended' : from !== null && from > day ? 'coming' : 'now'

export type LevelRow = NamedLevel & Record<MeasureOfTarget, Target[]>

/** A row a level with the targets that are in force on a local day, and those that are to come. */
export const levelRows = (said: Said, day: string): LevelRow[] =>
  namedLevels(said).map((named) => {
    const of = (measure: MeasureOfTarget): Target[] =>
      said.targets
        .filter((target) => target.level === named.level && target.measure === measure)
        .filter((target) => stateOn(target, day) !== 'ended')
        .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
    return { ...named, response: of('response'), resolution: of('resolution') }
  })

/** The targets that had ended by a local day, the latest first. */
export const endedTargets = ({ targets }: Said, day: string): Target[] =>
  targets
    .filter((target) => stateOn(target, day) === 'ended')
    .sort((a, b) => ((a.to ?? '') > (b.to ?? '') ? -1 : 1))
