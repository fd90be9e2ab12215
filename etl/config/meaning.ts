import type { z } from 'zod'
import type { Format } from '../formats/format.ts'
import { mainCalendar } from './calendar.ts'
import { calendarFaults, spanFaults } from './calendar-checks.ts'
import { calendarSchema } from './calendar-schema.ts'
import { contradictoryAims, contradictoryTargets } from './contradictions.ts'
import type { Fault } from './errors.ts'
import { institutionFaults } from './institution-checks.ts'
import { lenient } from './lenient.ts'
import { audienceFaults, peopleFaults } from './people-checks.ts'
import { settingsSchema } from './schema.ts'
import { type FaultAt, type Path, valueAt } from './shape.ts'
import { repeatedSources, sourceFaults } from './source-checks.ts'
import { sourceSchema } from './source-schema.ts'
import { durationFaults, levelFaults, targetFaults } from './target-checks.ts'

type Look = <T extends z.ZodType>(
  path: Path,
  schema: T,
  check: (fault: FaultAt, value: z.infer<T>) => Fault[],
) => Fault[]

const { shape } = settingsSchema
const targetSchema = shape.targets.unwrap().element

/** Checks one part of the settings by itself, so that a fault elsewhere does not hide one here. */
const looker =
  (fault: FaultAt, data: unknown): Look =>
  (path, schema, check) => {
    const value = valueAt(data, path)
    const part = value === undefined ? undefined : lenient(schema, value)
    return part === undefined ? [] : check((below, problem) => fault([...path, ...below], problem), part)
  }

const indexes = (value: unknown): number[] => (Array.isArray(value) ? [...value.keys()] : [])

const names = (value: unknown): string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []

function calendarParts(look: Look, fault: FaultAt, calendars: readonly string[]): Fault[] {
  const taken = calendars.includes(mainCalendar)
    ? [fault(['calendars', mainCalendar], 'this is the name of calendar:. Take another')]
    : []
  const named = calendars.flatMap((name) => look(['calendars', name], calendarSchema, calendarFaults))
  return [...look(['calendar'], calendarSchema, calendarFaults), ...taken, ...named]
}

function targetParts(look: Look, data: unknown, calendars: readonly string[]): Fault[] {
  return indexes(valueAt(data, ['targets'])).flatMap((index) => {
    const clock = valueAt(data, ['targets', index, 'clock'])
    return look(['targets', index], targetSchema, (fault, target) =>
      targetFaults(fault, target, [mainCalendar, ...calendars], clock),
    )
  })
}

function durationParts(look: Look): Fault[] {
  return [
    ...look(['aims'], shape.aims, (fault, aims) =>
      aims.flatMap(({ within }, index) => durationFaults(fault, [index, 'within'], within)),
    ),
    ...look(['within'], shape.within, (fault, within) =>
      Object.entries(within).flatMap(([key, text]) => durationFaults(fault, [key], text)),
    ),
    ...look(['owner_within'], shape.owner_within, (fault, text) => durationFaults(fault, [], text)),
    ...look(['update_cadence'], shape.update_cadence, (fault, text) => durationFaults(fault, [], text)),
  ]
}

/** What the settings say that cannot be, though each is well formed. */
export function meaningFaults(
  fault: FaultAt,
  data: Readonly<Record<string, unknown>>,
  formats: ReadonlyMap<string, Format>,
): Fault[] {
  const look = looker(fault, data)
  const calendars = names(data.calendars)
  return [
    ...look(['institution'], shape.institution, institutionFaults),
    ...indexes(data.sources).flatMap((index) =>
      look(['sources', index], sourceSchema, (at, source) => sourceFaults(at, source, formats)),
    ),
    ...repeatedSources(fault, data.sources),
    ...calendarParts(look, fault, calendars),
    ...look(['terms'], shape.terms, (at, terms) => spanFaults(at, [], terms)),
    ...look(['people'], shape.people, (at, people) => spanFaults(at, [], people)),
    ...look(['people'], shape.people, peopleFaults),
    ...targetParts(look, data, calendars),
    ...look(['targets'], shape.targets, contradictoryTargets),
    ...look(['levels'], shape.levels, levelFaults),
    ...look(['aims'], shape.aims, contradictoryAims),
    ...durationParts(look),
    ...look(['audiences'], shape.audiences, audienceFaults),
  ]
}
