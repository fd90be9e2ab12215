import { describe, expect, test } from 'vitest'
import { inventSample, type Sample } from '../../../data/sample/generator/generate.ts'
import { people } from '../../../data/sample/generator/people.ts'
import { stories } from '../../../data/sample/generator/stories.ts'
import { escalationsOf, recordsOf, sample, storiesOf, ticketsOf } from './sample.ts'

const DAY = 86_400_000
const dayAfter = (iso: string, days: number) =>
  new Date(Date.parse(iso) + days * DAY).toISOString().slice(0, 10)

/** Tickets opened in [from, to) of a subcategory, as a share of all tickets. */
function shareOf(of: Sample, subcategory: string, from: string, to: string): number {
  const group = of.truth.groups.findIndex((one) => one[2] === subcategory)
  const all = ticketsOf(of).filter(({ opened_at }) => String(opened_at) >= from && String(opened_at) < to)
  return all.filter((ticket) => ticket.group === group).length / all.length
}

const ratio = (from: Sample, subcategory: string, day: string, before: number, after: number) =>
  shareOf(from, subcategory, day, dayAfter(day, after)) /
  shareOf(from, subcategory, dayAfter(day, -before), day)

describe.each([
  ['the usual seed', sample],
  ['another seed', inventSample(7)],
])('the stories of %s', (_, from) => {
  const { truth } = from
  const tickets = ticketsOf(from)
  const escalations = escalationsOf(from)

  test('the Wi-Fi fault has risen, and had risen four weeks before', () => {
    expect(ratio(from, stories.wifi.subcategory, '2026-10-24', 84, 28)).toBeGreaterThan(2)
    expect(ratio(from, stories.wifi.subcategory, '2026-09-26', 84, 28)).toBeGreaterThan(1.4)
    expect(shareOf(from, stories.wifi.subcategory, '2026-10-24', '2026-11-21')).toBeGreaterThan(
      2 * shareOf(from, stories.wifi.subcategory, '2025-10-25', '2025-11-22'),
    )
  })

  test('the print queue got stuck about a third as often after its fix', () => {
    const change = ratio(from, stories.print_fix.subcategory, stories.print_fix.changed_on, 84, 84)
    expect(change).toBeGreaterThan(0.18)
    expect(change).toBeLessThan(0.5)
  })

  test('computers stayed as slow after the clean-up tool', () => {
    const change = ratio(from, stories.no_effect.subcategory, stories.no_effect.changed_on, 84, 84)
    expect(change).toBeGreaterThan(0.7)
    expect(change).toBeLessThan(1.4)
  })

  test('acknowledgement slipped in October 2026 and in no other month', () => {
    const months = Map.groupBy(escalations, ({ received_at }) => String(received_at).slice(0, 7))
    const medians = [...months].map(([month, rows]): [string, number] => {
      const waits = rows.map(
        (row) => Date.parse(String(row.acknowledged_at ?? truth.as_of)) - Date.parse(String(row.received_at)),
      )
      return [month, waits.sort((a, b) => a - b)[waits.length >> 1] ?? 0]
    })
    const worst = medians.sort((a, b) => b[1] - a[1])
    expect(worst[0]?.[0]).toBe(stories.slipped_month.month)
    expect(worst[0]?.[1]).toBeGreaterThan(24 * 3_600_000)
  })

  test('whoever left still has open tickets and escalations, and nobody else who left has', () => {
    const left = people.filter(({ to }) => to !== null).map(({ name }) => name)
    const held = tickets.filter(({ is_open, owner }) => is_open === true && left.includes(String(owner)))
    expect(new Set(held.map(({ owner }) => owner))).toEqual(new Set([stories.leaver.owner]))
    expect(held.map(({ id }) => id)).toEqual(truth.stories.orphaned_tickets)
    expect(held.length).toBeGreaterThan(7)
    expect(truth.stories.orphaned_escalations.length).toBeGreaterThan(0)
  })

  test('the outage brought a crowd in one morning', () => {
    const { day, subcategory, tickets: size } = stories.outage
    const group = truth.groups.findIndex((one) => one[2] === subcategory)
    const crowd = tickets.filter((one) => one.group === group && String(one.opened_at).startsWith(day))
    expect(crowd.length).toBeGreaterThanOrEqual(size)
  })

  test.each([
    ['investigated', stories.shallow_month.month],
    ['updated', stories.quiet_month.month],
    ['owned', stories.reshuffle.month],
    ['satisfied', stories.slipped_month.month],
  ])('escalations were less well %s in %s than in all other months', (promise, month) => {
    const rows = truth.escalation_months.rows.filter((row) => row[1] === promise)
    const share = (of: typeof rows) =>
      of.reduce((sum, row) => sum + Number(row[2]), 0) / of.reduce((sum, row) => sum + Number(row[3]), 0)
    const planted = share(rows.filter((row) => row[0] === month))
    expect(planted).toBeLessThan(share(rows.filter((row) => row[0] !== month)) - 0.1)
  })

  test('emergencies were passed on within hours, and most escalations had an owner from early on', () => {
    const byId = new Map(escalations.map((one) => [one.id, one]))
    const emergencies = storiesOf(from).filter(
      ({ id, redirected_at }) =>
        redirected_at !== null && byId.get(String(id))?.outcome === 'Emergency - passed to phone',
    )
    const hours = emergencies.map(
      ({ id, redirected_at }) =>
        (Date.parse(String(redirected_at)) - Date.parse(String(byId.get(String(id))?.received_at))) /
        3_600_000,
    )
    expect(hours.length).toBeGreaterThan(20)
    expect(hours.toSorted((a, b) => a - b)[hours.length >> 1]).toBeLessThan(24)
    const owned = storiesOf(from).filter(({ first_owned_at }) => first_owned_at !== null)
    expect(owned.length / escalations.length).toBeGreaterThan(0.85)
  })

  test('a repeat names an escalation that was over before it came in', () => {
    const byId = new Map(escalations.map((one) => [one.id, one]))
    const repeats = storiesOf(from).filter(({ repeat_of }) => repeat_of !== null)
    const wrong = repeats.filter(({ id, repeat_of }) => {
      const [again, before] = [byId.get(String(id)), byId.get(String(repeat_of))]
      const numbers = new Set(again?.ticket_ids as string[])
      const isShared = new Set(before?.ticket_ids as string[]).intersection(numbers).size > 0
      return !isShared || String(before?.received_at) > String(again?.received_at)
    })
    expect(repeats.length).toBeGreaterThan(20)
    expect(wrong).toEqual([])
  })

  test('whoever leaves, leaves days without an owner behind', () => {
    const gone = '2026-09-30T23:00:00Z'
    const gaps = storiesOf(from).filter(({ unowned }) =>
      (unowned as string[]).some((span) => span.startsWith(gone)),
    )
    expect(gaps.length).toBeGreaterThanOrEqual(truth.stories.orphaned_escalations.length)
  })

  test('about a fifth say how they found it, fewer of them well where the Wi-Fi fails', () => {
    const efforts = recordsOf<'id' | 'satisfaction'>(truth.ticket_efforts)
    const closed = new Set(tickets.filter(({ status }) => status === 'Closed').map(({ id }) => id))
    const answers = efforts.filter(({ satisfaction }) => satisfaction !== null)
    expect(answers.filter(({ id }) => !closed.has(id))).toEqual([])
    expect(answers.length / closed.size).toBeCloseTo(0.2, 1)
    const { subcategory, rising } = stories.wifi
    const group = truth.groups.findIndex((one) => one[2] === subcategory)
    const failing = new Set(
      tickets
        .filter((one) => one.group === group && String(one.opened_at) >= rising.from)
        .map(({ id }) => id),
    )
    const good = (of: typeof answers) =>
      of.filter(({ satisfaction }) => satisfaction === 'good').length / of.length
    expect(good(answers.filter(({ id }) => failing.has(id)))).toBeLessThan(good(answers) - 0.1)
  })

  test('escalations mostly name a ticket opened before, some none and some a wrong one', () => {
    const opened = new Map(tickets.map(({ id, opened_at }) => [id, String(opened_at)]))
    const shareWith = (match: string) =>
      escalations.filter((one) => one.ticket_match === match).length / escalations.length
    expect(shareWith('matched')).toBeGreaterThan(0.75)
    expect(shareWith('missing')).toBeGreaterThan(0.05)
    expect(shareWith('unmatched')).toBeGreaterThan(0.02)
    const wrong = escalations.filter((one) => {
      const known = (one.ticket_ids as string[]).some((id) => opened.has(id))
      return known !== (one.ticket_match === 'matched')
    })
    expect(wrong).toEqual([])
    const before = escalations.filter((one) => {
      const at = opened.get((one.ticket_ids as string[])[0] ?? '')
      return at !== undefined && at <= String(one.received_at)
    })
    expect(before.length / escalations.length).toBeGreaterThan(0.75)
  })

  test('escalations happen in order', () => {
    const steps = ['received_at', 'acknowledged_at', 'resolved_at', 'closed_at', 'updated_at'] as const
    const wrong = escalations.filter((one) => {
      const times = steps.map((step) => one[step]).filter((time) => time !== null) as string[]
      return (
        times.some((time, i) => i > 0 && time < String(times[i - 1])) ||
        times.some((time) => time > truth.as_of)
      )
    })
    expect(wrong).toEqual([])
  })
})
