import { shown, wrapped } from '../../inspect/text.ts'
import { fact, spansText } from '../clocks.ts'
import type { Attained, Story } from '../story.ts'

const measures = { response: 'Response', resolution: 'Resolution' } as const

function sentence({ state, level }: Attained): string {
  switch (state) {
    case 'met':
      return 'met'
    case 'breached':
      return 'missed: done after it was due'
    case 'open_breached':
      return 'missed: it is not done, and was due'
    case 'open_in_time':
      return 'not done, and not due yet: it counts in no share'
    case 'excluded':
      return 'left out: there was nothing left to do within it'
    case 'no_target':
      return level === null
        ? 'no target: no source says which level it is of'
        : `no target is published for ${shown(level)}`
    default:
      return 'cannot be told: it was done in time or late, between two exports'
  }
}

function targetText({ target, clock, calendar, is_paused }: Attained): string | null {
  if (target === null) return null
  const by =
    clock === 'business' ? `in service hours (calendar ${shown(calendar ?? 'main')})` : 'by the clock'
  return `${shown(target)}, ${by}${is_paused ? '; it stands still while the ticket waits' : ''}`
}

function lines(attained: Attained, { time, waits, item }: Story): string[] {
  const { measure, level, due_at, done_at, target, is_paused } = attained
  const pauses = waits
    .map(({ from_at, to_at }) => ({ from_at, to_at: to_at ?? item.known_until }))
    .filter(({ from_at }) => is_paused && due_at !== null && from_at < due_at)
  return [
    ...wrapped(`${measures[measure]}: ${sentence(attained)}.`),
    ...fact('level', target === null || level === null ? null : `${shown(level)}, as it was when raised`),
    ...fact('target', targetText(attained)),
    ...fact('stood still', pauses.length === 0 ? null : spansText(pauses, time)),
    ...fact('due', due_at === null ? null : time.at(due_at)),
    ...fact('done', target === null ? null : done_at === null ? 'not yet' : time.at(done_at)),
  ]
}

/** What became of a ticket's service level targets; nothing of an escalation, for which none are published. */
export const attainedLines = (story: Story): string[] =>
  story.attained.flatMap((attained) => lines(attained, story))
