import { describe, expect, test } from 'vitest'
import { type Join, joinTraces, type Trace } from '../../etl/facts/traces.ts'

const days = (count: number): number => count * 24 * 60 * 60_000

/** A trace that came some days after the first, with what is said of it; `source` by its rank. */
const trace = (source: string, item_id: string, day: number, more: Partial<Trace> = {}): Trace => ({
  source,
  rank: ['log', 'flag', 'form', 'mail', 'other'].indexOf(source),
  item_id,
  received: days(day),
  is_message: source === 'mail' || source === 'other',
  states_status: source === 'log' || source === 'flag',
  tickets: ['T1'],
  quotes: [],
  done: [],
  chased: [],
  ...more,
})
const done = (from: number, to: number | null = null): Partial<Trace> => ({
  done: [{ began: days(from), ended: to === null ? null : days(to) }],
})
const chased = (...at: number[]): Partial<Trace> => ({
  chased: at.map((day, nth) => ({ moment: days(day), position: nth + 2 })),
})
const quoting = (...quotes: string[]): Partial<Trace> => ({ tickets: [], quotes })

const told = ({ trace_id, source, escalation_id, is_further, repeat_of }: Join): string =>
  `${source} ${trace_id}${is_further ? ' more' : ''} of ${escalation_id}${repeat_of ? ` after ${repeat_of}` : ''}`

const cases: [name: string, traces: Trace[], expected: string[]][] = [
  ['one alone', [trace('log', 'E1', 0)], ['log E1 of E1']],
  ['a common ticket while the first is open', [trace('mail', 'M1', 0), trace('log', 'E1', 100)], ['mail M1 of M1', 'log E1 of M1']],
  ['no common ticket', [trace('mail', 'M1', 0), trace('log', 'E1', 0, { tickets: ['T2'] })], ['log E1 of E1', 'mail M1 of M1']],
  ['a second common ticket is enough', [trace('mail', 'M1', 0, { tickets: ['T1', 'T2'] }), trace('log', 'E1', 1, { tickets: ['T3', 'T2'] })], ['mail M1 of M1', 'log E1 of M1']],
  ['done, and 14 days old', [trace('log', 'E1', 0, done(1)), trace('form', 'F1', 14)], ['log E1 of E1', 'form F1 of E1']],
  ['done, and older: another one, again', [trace('log', 'E1', 0, done(1)), trace('form', 'F1', 14.001)], ['log E1 of E1', 'form F1 of F1 after E1']],
  ['done and reopened by then', [trace('log', 'E1', 0, done(1, 19)), trace('form', 'F1', 20)], ['log E1 of E1', 'form F1 of E1']],
  ['done at that very time', [trace('log', 'E1', 0, done(20)), trace('form', 'F1', 20)], ['log E1 of E1', 'form F1 of F1 after E1']],
  ['an explicit reference, however late', [trace('log', 'E1', 0, done(1)), trace('form', 'F1', 90, quoting('E1'))], ['log E1 of E1', 'form F1 of E1']],
  ['an explicit reference by the earlier one', [trace('form', 'F1', 0, quoting('E1')), trace('log', 'E1', 90, { tickets: [] })], ['form F1 of F1', 'log E1 of F1']],
  ['what is referred to goes before a later one with the ticket', [trace('log', 'E1', 0), trace('log', 'E2', 1), trace('form', 'F1', 2, { quotes: ['E1'] })], ['log E1 of E1', 'log E2 of E2', 'form F1 of E1']],
  ['of two with the ticket the later one', [trace('log', 'E1', 0), trace('log', 'E2', 1), trace('form', 'F1', 2)], ['log E1 of E1', 'log E2 of E2', 'form F1 of E2']],
  ['one that has a trace of this source is passed over', [trace('log', 'E1', 0), trace('form', 'F1', 1), trace('form', 'F2', 2)], ['log E1 of E1', 'form F1 of E1', 'form F2 of F2']],
  ['what quotes one whose place is taken goes to no other by its ticket', [trace('log', 'E1', 0), trace('log', 'E3', 1), trace('form', 'F2', 2), trace('form', 'F3', 3, { quotes: ['E3'] })], ['log E1 of E1', 'log E3 of E3', 'form F2 of E3', 'form F3 of F3']],
  ['what a later one will quote keeps the place for it', [trace('form', 'F1', 0), trace('log', 'E4', 1), trace('form', 'F2', 2, { quotes: ['E4'] })], ['form F1 of F1', 'log E4 of E4', 'form F2 of E4']],
  ['two of one source are two, even where one quotes the other', [trace('log', 'E1', 0), trace('log', 'E2', 1, { quotes: ['E1'] })], ['log E1 of E1', 'log E2 of E2']],
  ['again in one source, after it was done', [trace('log', 'E1', 0, done(1)), trace('log', 'E2', 2)], ['log E1 of E1', 'log E2 of E2 after E1']],
  ['again, of two done before the one received last', [trace('log', 'E1', 0, done(9)), trace('log', 'E2', 1, done(3)), trace('log', 'E3', 10)], ['log E1 of E1', 'log E2 of E2', 'log E3 of E3 after E2']],
  ['the same id is the same escalation, whatever the ticket', [trace('log', 'E1', 0), trace('form', 'E1', 60, { tickets: [] })], ['log E1 of E1', 'form E1 of E1']],
  ['the same id later keeps its source from another trace', [trace('log', 'E1', 0), trace('form', 'F9', 1), trace('form', 'E1', 2)], ['log E1 of E1', 'form F9 of F9', 'form E1 of E1']],
  ['at the same time the first-named source founds it', [trace('mail', 'M1', 0), trace('log', 'E1', 0)], ['log E1 of E1', 'mail M1 of E1']],
  ['four sources', [trace('flag', 'T1#1', 3), trace('log', 'E1', 2), trace('form', 'F1', 1), trace('mail', 'M1', 0)], ['mail M1 of M1', 'form F1 of M1', 'log E1 of M1', 'flag T1#1 of M1']],
  ['open by the first-named that states a status, done by another', [trace('flag', 'T1#1', 0, done(1)), trace('log', 'E1', 2), trace('form', 'F1', 30)], ['flag T1#1 of T1#1', 'log E1 of T1#1', 'form F1 of T1#1']],
  ['who states no status does not make it open', [trace('form', 'F1', 0), trace('flag', 'T1#1', 1, done(2)), trace('log', 'E1', 30)], ['form F1 of F1', 'flag T1#1 of F1', 'log E1 of E1 after F1']],
  ['a second thread about an open one is more of it', [trace('mail', 'M1', 0), trace('mail', 'M2', 50)], ['mail M1 of M1', 'mail M2 more of M1']],
  ['a second thread about one that is done is another', [trace('mail', 'M1', 0), trace('log', 'E1', 1, done(2)), trace('mail', 'M2', 3)], ['mail M1 of M1', 'log E1 of M1', 'mail M2 of M2 after M1']],
  ['a second thread goes to the logged one that no mail tells of yet', [trace('mail', 'M1', 0), trace('log', 'E1', 1), trace('log', 'E2', 2), trace('mail', 'M2', 3)], ['mail M1 of M1', 'log E1 of M1', 'log E2 of E2', 'mail M2 of E2']],
  ['a further message while it is open', [trace('mail', 'M1', 0, chased(1, 2)), trace('log', 'E1', 0, done(3))], ['log E1 of E1', 'mail M1 of E1']],
  ['further messages after it was done', [trace('mail', 'M1', 0, chased(1, 4, 5)), trace('log', 'E1', 0, done(3))], ['log E1 of E1', 'mail M1 of E1', 'mail M1#2 of M1#2 after E1']],
  ['after it was done twice', [trace('mail', 'M1', 0, chased(2, 5)), trace('log', 'E1', 0, done(1)), trace('log', 'E2', 3, done(4))], ['log E1 of E1', 'mail M1 of E1', 'mail M1#2 of M1#2 after E1', 'log E2 of M1#2', 'mail M1#3 of M1#3 after M1#2']],
  ['after it was done, and logged again before', [trace('mail', 'M1', 0, chased(3)), trace('log', 'E1', 0, done(1)), trace('log', 'E2', 2)], ['log E1 of E1', 'mail M1 of E1', 'log E2 of E2 after E1', 'mail M1#2 of E2']],
  ['a thread that was more of one goes on with another once that is done', [trace('mail', 'M1', 0), trace('log', 'E1', 0, done(3)), trace('mail', 'M2', 1, chased(2, 4))], ['log E1 of E1', 'mail M1 of E1', 'mail M2 more of E1', 'mail M2#2 of M2#2 after E1']],
  ['mail alone is never done', [trace('mail', 'M1', 0, chased(500))], ['mail M1 of M1']],
  ['the same thread in two mailboxes, of which one has more of it', [trace('mail', 'M1', 0, chased(4)), trace('other', 'M1', 0, chased(2, 4)), trace('log', 'E1', 0, done(3))], ['log E1 of E1', 'mail M1 of E1', 'other M1 of E1', 'mail M1#2 of M1#2 after E1', 'other M1#2 of M1#2']],
] // biome-ignore format: a table

describe('which traces are one escalation', () => {
  test.each(cases)('%s', (_, traces, expected) => {
    expect(joinTraces(traces).map(told)).toEqual(expected)
  })

  test.each(cases)('in whatever order they are given: %s', (_, traces) => {
    expect(joinTraces(traces.toReversed())).toEqual(joinTraces(traces))
  })

  test('no escalation has two traces of one source, and each is named after one of its own', () => {
    for (const [, traces] of cases) {
      const joins = joinTraces(traces)
      const own = joins.filter(({ is_further }) => !is_further)
      const byTeller = own.map(({ source, escalation_id }) => `${source} ${escalation_id}`)
      expect(new Set(byTeller).size).toBe(byTeller.length)
      for (const { escalation_id } of joins)
        expect(own.some((one) => one.trace_id === escalation_id && one.escalation_id === escalation_id)).toBe(true)
    }
  })
}) // biome-ignore format: sentences

test('a thread goes on with another escalation from the message on that came after the first was done', () => {
  const joins = joinTraces([trace('mail', 'M1', 0, chased(1, 4, 5)), trace('log', 'E1', 0, done(3))])
  expect(joins.map(({ trace_id, from_position }) => [trace_id, from_position])).toEqual([
    ['E1', 0],
    ['M1', 0],
    ['M1#2', 3],
  ])
})
