import type { MeasureFile } from '../../data/contract.ts'
import type { Duration, Settings } from '../config/settings.ts'
import type { Bindings, Database } from '../db/database.ts'
import { figuresOf } from '../figures/figures.ts'
import { loadMeasures } from '../measures/index.ts'
import { type MeasureContext, measureFileOf } from './measure-file.ts'
import { effectiveNumbersOf, withStandings } from './standings.ts'
import { figureTelling, tellingOf } from './telling.ts'

/** A duration as two values: its kind (elapsed, business, business_days) and its minutes or days. */
const durationBindings = (name: string, duration: Duration): Bindings => ({
  [`${name}_kind`]: duration.kind,
  [`${name}_amount`]: duration.kind === 'business_days' ? duration.days : duration.minutes,
})

/** The settings that statements over facts may name. */
export function settingBindings(settings: Settings): Bindings {
  const { acknowledged, investigated, resolved } = settings.within
  return {
    timezone: settings.institution.timezone,
    ticket_pattern: settings.institution.ticket_number.pattern,
    ...durationBindings('acknowledged', acknowledged.duration),
    ...durationBindings('investigated', investigated.duration),
    ...durationBindings('resolved', resolved.duration),
    ...durationBindings('owner_within', settings.owner_within.duration),
    ...durationBindings('cadence', settings.update_cadence.duration),
    reopened_within_days: settings.reopened_within_days,
    escalated_within_days: settings.escalated_within_days,
    improvement_weeks: settings.improvement_weeks,
    window_days: settings.recurring.window_days,
    at_least: settings.recurring.at_least,
    requesters: settings.recurring.requesters,
    never_group: settings.recurring.never_group.map((service) => service.toLowerCase()),
    recurring_words: settings.recurring.words,
    recurring_synonyms: settings.recurring.synonyms.map((words) => JSON.stringify(words)),
    suppress_below: settings.audiences.staff.suppress_below,
  }
}

/** Every measure over the facts, in the published shape. */
export async function computeMeasures(
  database: Database,
  bindings: Bindings,
  context: MeasureContext,
): Promise<MeasureFile[]> {
  const told = (await loadMeasures()).map(({ measure, sql }) => ({
    measure,
    sql,
    telling: {
      measure: tellingOf(measure, context.sources),
      figures: measure.observes.map((figure) => figureTelling(measure, figure, context.sources)),
    },
  }))
  const figures = await figuresOf(database, told, bindings)
  const files = told.map((one) => measureFileOf(one, figures.get(one.measure.id) ?? [], context))
  return withStandings(files, new Map([...figures].map(([id, rows]) => [id, effectiveNumbersOf(rows)])))
}
