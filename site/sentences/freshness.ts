/** What a reader must know before the figures: samples, stale sources, warnings. */
import type { Manifest } from '../../data/contract.ts'
import { instant } from '../words/date.ts'

type Source = Manifest['sources'][number]
export type Notice = { kind: 'sample' | 'stale' | 'warning'; text: string }

const stale = (manifest: Manifest): Notice[] =>
  manifest.sources
    .filter((source) => source.is_stale)
    .map(({ name, known_until }) => ({
      kind: 'stale',
      text:
        known_until === null
          ? `Nothing of the source “${name}” has been read yet. Figures that need it are missing.`
          : `The source “${name}” is out of date: nothing newer than ${instant(known_until, manifest.institution.timezone)} was delivered. Figures that rest on it are as known then.`,
    }))

/** The notices of every page, the gravest last read first: sample, stale sources, then warnings. */
export const notices = (manifest: Manifest, withWarnings: boolean): Notice[] => [
  ...(manifest.is_sample
    ? [
        {
          kind: 'sample' as const,
          text: 'Sample data. Every ticket, escalation, owner and figure on these pages is invented.',
        },
      ]
    : []),
  ...stale(manifest),
  ...(withWarnings ? manifest.warnings.map((text) => ({ kind: 'warning' as const, text })) : []),
]

/** "As known on Mon 23 Nov 2026, 17:00" */
export const asKnown = (knownUntil: string, manifest: Manifest): string =>
  `As known on ${instant(knownUntil, manifest.institution.timezone)}`

/** What is said of the next update; a page that has asked when it is due says it anew. */
export interface Due {
  readonly next_update_due_at: string
  readonly known_until: string
  readonly institution: { readonly timezone: string }
}

/** "Next update due Tue 24 Nov 2026, 03:00." */
export const nextUpdate = ({ next_update_due_at: due, institution }: Due): string =>
  `Next update due ${instant(due, institution.timezone)}.`

/** What a page says once that time has passed without an update. */
export const late = ({ next_update_due_at: due, known_until, institution }: Due): string =>
  `An update was due ${instant(due, institution.timezone)} and has not come: the nightly job may have stopped. These figures are as known on ${instant(known_until, institution.timezone)}.`

/** Whether a source is as new as its installation asks of it. Of one that may be of any age nothing more is known than that it was delivered. */
export const stateOf = ({ is_stale, known_until, max_age_days }: Source): string => {
  if (is_stale) return 'Out of date'
  if (known_until === null) return 'Nothing delivered'
  if (max_age_days === null) return 'As delivered: no age is set from which it is out of date'
  return `Up to date: it may be at most ${max_age_days} ${max_age_days === 1 ? 'day' : 'days'} old`
}
