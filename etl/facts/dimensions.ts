import { calendarNames, openStretches } from '../config/calendar.ts'
import type { Action, Change } from '../config/changes.ts'
import type { Correction } from '../config/corrections.ts'
import type { Settings } from '../config/settings.ts'
import type { Promised } from '../config/words.ts'
import type { Bindings } from '../db/database.ts'
import type { LandedReceipt } from '../ingest/landed.ts'
import { targetRows } from './targets.ts'

/** The open stretches of every calendar, from the year before `first` to two years past `last` (ISO instants). */
export function calendarBindings(settings: Settings, first: string, last: string): Bindings {
  const year = (iso: string, plus: number): string => String(Number(iso.slice(0, 4)) + plus).padStart(4, '0')
  const { timezone } = settings.institution
  const [from, to] = [`${year(first, -1)}-01-01`, `${year(last, 2)}-12-31`]
  const stretches = calendarNames(settings).flatMap((name) =>
    openStretches(name, settings, timezone, from, to),
  )
  return { stretches: JSON.stringify(stretches) }
}

function peopleOf(settings: Settings): unknown[] {
  return settings.people.flatMap(({ name, aliases, team, shared, system }) =>
    [name, ...aliases].map((alias) => ({
      alias,
      person: name,
      team: team ?? null,
      is_shared: shared || system,
    })),
  )
}

/** What people wrote beside the settings: corrections.csv, changes.yaml, promises.yaml. */
export interface Said {
  readonly corrections?: readonly Correction[]
  readonly changes?: readonly Change[]
  readonly actions?: readonly Action[]
  readonly promises?: readonly Promised[]
}

const changeRows = (changes: readonly Change[]) =>
  changes.map(({ date, title, kind, affects }, id) => ({
    id,
    day: date,
    title,
    kind,
    affects: Object.entries(affects).map(([column, value]) => ({ column, value })),
  }))

const actionRows = (actions: readonly Action[], promises: readonly Promised[]) =>
  actions.map((action, id) => ({
    id,
    ...action,
    measure: promises.find((promise) => promise.id === action.promise)?.measure ?? action.promise,
  }))

/** What the settings say, as the values that the dimension tables are made from. */
export function dimensionBindings(
  settings: Settings,
  landed: readonly LandedReceipt[],
  { corrections, changes, actions, promises }: Said = {},
): Bindings {
  const cutAt = new Map(settings.sources.map(({ name, cutAt }) => [name, cutAt]))
  return {
    timezone: settings.institution.timezone,
    corrections: JSON.stringify(corrections ?? []),
    changes: JSON.stringify(changeRows(changes ?? [])),
    actions: JSON.stringify(actionRows(actions ?? [], promises ?? [])),
    targets: JSON.stringify(targetRows(settings)),
    terms: JSON.stringify(
      settings.terms.map(({ year, name, from, to }) => ({ year, name, from_day: from, to_day: to })),
    ),
    files: JSON.stringify(
      landed.map(({ sha256, names, source, exported_at, known_at, export_times, records }) => ({
        file_id: sha256,
        names,
        source,
        exported_at,
        known_at,
        export_times,
        records,
        is_cut: cutAt.get(source)?.includes(records) ?? false,
      })),
    ),
    sources: JSON.stringify(
      settings.sources.map((source, index) => ({
        source: source.name,
        source_rank: index,
        item_kind: source.entity === 'message' ? 'escalation' : source.entity,
        is_message: source.entity === 'message',
        coverage: source.coverage,
        is_empty_unchanged: source.isEmptyUnchanged || source.entity === 'message',
        is_owner_assumed: source.mail !== null && !source.mail.isAnswererOwner,
        has_escalated_when: source.escalatedWhen !== null,
      })),
    ),
    people: JSON.stringify(peopleOf(settings)),
    leavers: JSON.stringify(
      settings.people.flatMap(({ name, to }) => (to ? [{ person: name, last_day: to }] : [])),
    ),
    system_actors: JSON.stringify(
      settings.people
        .filter(({ system }) => system)
        .flatMap(({ name, aliases }) => [name, ...aliases].map((alias) => ({ alias }))),
    ),
  }
}
