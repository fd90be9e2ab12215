import { workingDaysAfter } from './deadline.ts'
import { monthOf } from './frame.ts'
import { hearingOf } from './hearing.ts'
import type { Minute } from './london.ts'
import type { Story } from './story.ts'
import { unownedIn, windowOf } from './story-facts.ts'
import type { Table } from './truth-tables.ts'

/** Of a month's escalations: how many there are, and how many of them are so. */
type Share = readonly [hits: number, of: number]
type Shares = Record<(typeof promises)[number], Share>

const promises = ['acknowledged', 'investigated', 'owned', 'updated', 'emergencies', 'satisfied'] as const

/**
 * One row a London month and promise, of the escalations that were neither withdrawn nor a duplicate. Acknowledged within
 * one working day, investigated within three, never without an owner, and emergencies: of those that came in that month.
 * Updated: that month's open working minutes. Satisfied: of those that answered and were done that month.
 */
export function monthTable(stories: readonly Story[]): Table {
  const counted = stories.filter(isCounted)
  const arrived = Map.groupBy(counted, ({ escalation }) => monthOf(escalation.receivedAt))
  const done = Map.groupBy(counted, ({ frame }) => (frame.endAt === null ? '' : monthOf(frame.endAt)))
  const heard = Map.groupBy(counted.flatMap(hearingOf), ({ month }) => month)
  const rows = [...arrived].flatMap(([month, of]) => {
    const minutes = heard.get(month) ?? []
    const shares: Shares = {
      ...sharesOf(of),
      updated: [sum(minutes.map((one) => one.heardMinutes)), sum(minutes.map((one) => one.openMinutes))],
      satisfied: satisfied(done.get(month) ?? []),
    }
    return promises.map((promise) => [month, promise, ...shares[promise]])
  })
  return { columns: ['month', 'promise', 'hits', 'of'], rows }
}

const isCounted = ({ escalation: { outcome, status } }: Story) =>
  outcome !== 'Duplicate' && outcome !== 'Withdrawn' && status !== 'Withdrawn'

function sharesOf(of: readonly Story[]): Omit<Shares, 'updated' | 'satisfied'> {
  const begun = of.filter((one) => windowOf(one) !== null)
  const count = (is: (one: Story) => boolean): Share => [of.filter(is).length, of.length]
  return {
    acknowledged: count((one) => isWithin(one, one.frame.acknowledgedAt ?? one.frame.endAt, 1)),
    investigated: count((one) => isWithin(one, one.investigation?.at ?? null, 3)),
    owned: [begun.filter((one) => unownedIn(one).length === 0).length, begun.length],
    emergencies: count(({ escalation }) => escalation.outcome === 'Emergency - passed to phone'),
  }
}

function satisfied(of: readonly Story[]): Share {
  const answers = of.flatMap(({ escalation }) => escalation.answer ?? [])
  return [answers.filter((answer) => answer === 'Good').length, answers.length]
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

const isWithin = ({ escalation }: Story, at: Minute | null, days: number): boolean =>
  at !== null && at <= workingDaysAfter(escalation.receivedAt, days)
