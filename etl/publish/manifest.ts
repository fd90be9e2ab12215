import type { Manifest, RunFile } from '../../data/contract.ts'
import type { Changes } from '../config/changes.ts'
import type { Settings } from '../config/settings.ts'
import type { Words } from '../config/words.ts'
import type { LandedReceipt } from '../ingest/landed.ts'
import { nextUpdateDueAt } from './next-update.ts'
import { leadershipOwners } from './owners/leaders.ts'
import { publishedCalendars, publishedTargets } from './service-levels.ts'

export interface ManifestParts {
  readonly settings: Settings
  readonly words: Words
  readonly changes: Changes
  readonly run: RunFile
  readonly landed: readonly LandedReceipt[]
  readonly measures: readonly string[]
  readonly isSample: boolean
  /** As of when the release before is (ISO). */
  readonly previousAsOf: string | null
}

const newest = (landed: readonly LandedReceipt[]): string | null =>
  landed
    .map(({ known_at }) => known_at)
    .sort()
    .at(-1) ?? null

/** Up to when the sources know their items: the earlier of the as-of time and the newest export. */
export const knownUntil = (asOf: string, landed: readonly LandedReceipt[]): string =>
  [asOf, newest(landed) ?? asOf].sort()[0] as string

/** Whose figures these are, and everything that pages say besides figures. */
export function manifestOf({
  settings,
  words,
  changes,
  run,
  landed,
  measures,
  isSample,
  previousAsOf,
}: ManifestParts): Manifest {
  const { name, department, timezone, accent, contact, ticket_number } = settings.institution
  return {
    contract_version: 1,
    run: run.run,
    as_of: run.as_of,
    previous_as_of: previousAsOf,
    known_until: knownUntil(run.as_of, landed),
    built_at: run.finished_at,
    next_update_due_at: nextUpdateDueAt(run.finished_at, settings.nightly_at, timezone),
    is_sample: isSample,
    institution: {
      name,
      department,
      timezone,
      accent: accent ?? null,
      contact: {
        escalations_email: contact.escalations_email,
        service_desk_phone: contact.service_desk_phone ?? null,
        live_chat_url: contact.live_chat_url ?? null,
        service_desk_hours: contact.service_desk_hours ?? null,
        read_more_url: contact.read_more_url ?? null,
      },
      ticket_number,
    },
    suppress_below: settings.audiences.staff.suppress_below,
    window_days: settings.recurring.window_days,
    within: {
      ...Object.fromEntries(
        Object.entries(settings.within).map(([measure, { words: said }]) => [measure, said]),
      ),
      owned: settings.owner_within.words,
      updated: settings.update_cadence.words,
    },
    sources: settings.sources.map((source) => {
      const known = newest(landed.filter((file) => file.source === source.name))
      return {
        name: source.name,
        entity: source.entity,
        known_until: known === null ? null : ([run.as_of, known].sort()[0] as string),
        is_stale: run.stale.includes(source.name),
        max_age_days: source.maxAgeDays,
      }
    }),
    measures: [...measures],
    promises: words.promises.map(({ id, kind, sentence, measure, order }) => ({
      id,
      kind,
      sentence,
      measure,
      order,
    })),
    pages: words.pages.map(({ id, title, order, body }) => ({ id, title, order, body })),
    flow: words.flow,
    levels: settings.levels.map(({ level, affects, source }) => ({ level, affects, source: source ?? null })),
    targets: publishedTargets(settings),
    calendars: publishedCalendars(settings, run.as_of),
    privacy: {
      ...settings.retention,
      releases_kept: settings.releases_kept,
      leadership_owners: leadershipOwners(settings, run.started_at),
      operations_owners: settings.audiences.operations.owners,
    },
    changes: changes.changes.map(({ date, title, kind }) => ({ date, title, kind })),
    terms: settings.terms.map(({ year, name: term, from, to }) => ({ year, name: term, from, to })),
    warnings: [...run.warnings],
  }
}
