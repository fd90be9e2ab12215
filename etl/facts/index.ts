import type { Settings } from '../config/settings.ts'
import type { Bindings, Database } from '../db/database.ts'
import { installMacros } from '../db/macros.ts'
import { calendarBindings } from './dimensions.ts'
import { joinBindings } from './joins.ts'
import { isTold, type LastNight, narrow, widen } from './standing/standing.ts'
import { groupTexts } from './texts.ts'
import { trendBindings } from './trends.ts'
import { makeVocabularies, makeWords } from './vocabularies.ts'

/** What was told: in the order in which each needs those before it. `stg_records` is filled source by source, before these. */
const told = [
  'stg_versions',
  'stg_event_times',
  'stg_states',
  'stg_events',
  'stg_escalated_events',
  'stg_ticket_numbers',
  'stg_references',
  'stg_traces',
  'stg_joins',
  'stg_joined_traces',
  'stg_joined_events',
  'stg_corrections',
  'stg_descriptions',
  'stg_levels',
  'stg_restated_events',
  'stg_corrected_events',
  'fct_events',
  'fct_statuses',
] as const
/** What is made of it, as of a time; in that order, too. */
const made = [
  'fct_ownership',
  'fct_items',
  'fct_open_time',
  'fct_investigations',
  'fct_owned',
  'fct_silences',
  'fct_heard',
  'fct_tickets',
  'fct_attainment',
  'fct_escalation_tickets',
  'fct_escalation_traces',
  'fct_escalations',
  'dim_teams',
  'fct_all_items',
  'dim_periods',
  'dim_days',
  'fct_backlog',
  'stg_texts',
  'fct_issues',
  'fct_recurring_members',
  'fct_issue_names',
  'fct_trend_days',
  'fct_trends',
  'fct_calls',
  'fct_recurring',
] as const
const dimensions = [
  'dim_files',
  'dim_sources',
  'dim_people',
  'dim_leavers',
  'dim_system_actors',
  'dim_terms',
  'dim_corrections',
  'dim_targets',
  'dim_changes',
  'dim_actions',
] as const
/** Tables of which something is worked out of those before them in TypeScript; what that is, later tables may name too. */
const workedOut: Partial<Record<string, (database: Database, bindings: Bindings) => Promise<Bindings>>> = {
  stg_joins: joinBindings,
  stg_texts: groupTexts,
  fct_trends: trendBindings,
}
const file = (name: string): URL => new URL(`${name}.sql`, import.meta.url)

/** Makes the macros that facts and measures are written with. */
export async function installAllMacros(database: Database): Promise<void> {
  await installMacros(database)
  await installMacros(database, new URL('../trends/', import.meta.url))
}

export async function buildDimensions(database: Database, bindings: Bindings): Promise<void> {
  for (const name of dimensions) await database.file(file(name), bindings, { create: name })
  await makeVocabularies(database)
}

/** The service calendars, for as long as there are records and deadlines. */
export async function buildCalendar(database: Database, settings: Settings, asOf: string): Promise<void> {
  const [row] = await database.all<{ first: string | null }>(
    `select strftime(min(least(occurred_at, begun_at)), '%Y-%m-%d') as first from stg_records where fault is null`,
  )
  await database.file(file('dim_calendar'), calendarBindings(settings, row?.first ?? asOf, asOf), {
    create: 'dim_calendar',
  })
}

/**
 * Builds every table from the staged records. Where the database holds what the last night told, only what may be told
 * otherwise is told anew; throws `NotStanding` where that is too much. Resolves to how many items were told anew; null: all.
 */
export async function buildFacts(
  database: Database,
  bindings: Bindings,
  stage: (name: string) => void,
  last: LastNight | null = null,
): Promise<number | null> {
  let known = bindings
  const build = async (name: string, isAside = false): Promise<void> => {
    stage(name)
    known = { ...known, ...(await workedOut[name]?.(database, bindings)) }
    await database.file(file(name), known, isAside ? { replace: name } : { create: name })
  }
  await build('dim_words')
  await makeWords(database)
  await build('stg_vanished')
  const anew = last === null ? null : await narrow(database, last, bindings)
  for (const name of told) await build(name, last !== null && isTold(name))
  if (last !== null) await widen(database)
  for (const name of made) await build(name)
  return anew
}
