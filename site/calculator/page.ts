/** What the page of service levels shows, from the manifest of a release. */
import type { Manifest, PublishedCalendar, Target } from '../../data/contract.ts'
import { wallAt } from '../../data/shared/calendar.ts'
import { list } from '../words/number.ts'
import { type Example, exampleOf } from './example.ts'
import { endedTargets, type LevelRow, levelRows, measuresOfTargets } from './levels.ts'
import { dayOf } from './moment.ts'
import { dayRule, measureNames, originSentences } from './target-words.ts'

export type ShownCalendar = { calendar: PublishedCalendar; name: string }

export type ServiceLevels = {
  rows: readonly LevelRow[]
  ended: readonly Target[]
  /** Since when and by which source, where it is the same of all targets; else null, and each says it. */
  common: string | null
  /** Where it is said whom the levels are for. */
  wordsBy: readonly string[]
  isAnyPaused: boolean
  examples: readonly { example: Example; rule: string }[]
  calendars: readonly ShownCalendar[]
  /** The days ahead that are told of: from one local day until before another. */
  from: string
  until: string
}

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)]

const commonOrigin = (targets: readonly Target[]): string | null => {
  const [first, ...others] = distinct(targets.map(originSentences))
  return first === undefined || first === '' || others.length > 0 ? null : first
}

/** The shortest of those that are counted by one clock and calendar: it is the easiest to follow. */
const shortestOfEachSort = (targets: readonly Target[]): Target[] => {
  const isAlike = (one: Target, other: Target): boolean =>
    one.kind === other.kind && one.calendar === other.calendar
  const isFirst = (target: Target, place: number): boolean =>
    targets.findIndex((other) => isAlike(target, other)) === place
  return targets
    .filter(isFirst)
    .map((target) =>
      targets
        .filter((other) => isAlike(target, other))
        .reduce((least, other) => (other.amount < least.amount ? other : least)),
    )
}

const examplesOf = (manifest: Manifest, targets: readonly Target[]): ServiceLevels['examples'] =>
  shortestOfEachSort(targets).flatMap((target) => {
    const calendar = manifest.calendars.find(({ name }) => name === target.calendar)
    const example = calendar && exampleOf(calendar, target, Date.parse(manifest.as_of))
    return example ? [{ example, rule: dayRule(target) ?? 'Only minutes in working hours count.' }] : []
  })

const usesOf = (calendar: string, targets: readonly Target[]): string =>
  list(
    distinct(
      targets
        .filter((target) => target.calendar === calendar)
        .map(({ level, measure }) => `${level} ${measureNames[measure].toLowerCase()}`),
    ),
  )

/** The first is called working hours; others say what they are for. */
const calendarsOf = ({ calendars }: Manifest, targets: readonly Target[]): ShownCalendar[] =>
  calendars.map((calendar, place) => ({
    calendar,
    name:
      place === 0 ? 'Working hours' : `Working hours for ${usesOf(calendar.name, targets) || calendar.name}`,
  }))

const localDay = (manifest: Manifest): string => {
  const [main] = manifest.calendars
  const at = Date.parse(manifest.as_of)
  const offsets =
    main?.offsets.map(([since, ahead]) => ({ from: since * 60_000, ahead: ahead * 60_000 })) ?? []
  return dayOf(wallAt({ offsets }, at))
}

const yearLater = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`

/** Everything that the page shows besides the calculator. */
export const serviceLevelsOf = (manifest: Manifest): ServiceLevels => {
  const from = localDay(manifest)
  const rows = levelRows(manifest, from)
  const shown = rows.flatMap((row) => measuresOfTargets.flatMap((measure) => row[measure]))
  return {
    rows,
    ended: endedTargets(manifest, from),
    common: commonOrigin(shown),
    wordsBy: distinct(rows.flatMap(({ source }) => source ?? [])),
    isAnyPaused: shown.some(({ is_paused }) => is_paused),
    examples: examplesOf(manifest, shown),
    calendars: calendarsOf(manifest, shown),
    from,
    until: yearLater(from),
  }
}
