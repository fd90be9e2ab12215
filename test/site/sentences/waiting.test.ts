import { describe, expect, test } from 'vitest'
import type { EscalationLack, WaitingEscalation, WaitingTicket } from '../../../data/contract.ts'
import {
  countsInWords,
  notTold,
  waitingHeading,
  waitingSentences,
  whatIsDue,
} from '../../../site/sentences/waiting.ts'
import { completeWords, someComplete } from '../../../site/sentences/waiting-complete.ts'
import { clockOf, lateness, whenDue } from '../../../site/sentences/waiting-lacks.ts'
import { unownedSince, whyUnowned } from '../../../site/sentences/waiting-owner.ts'
import { lateHeading, lateSentences } from '../../../site/sentences/waiting-tickets.ts'
import { targets } from '../fixture-guidance.ts'
import { escalation, late, ticket } from '../fixture-waiting.ts'
import { plain } from '../plain.ts'

const asOf = '2026-11-20T17:00:00.000Z'
const read = (entity: 'ticket' | 'escalation' | 'message', isRead = true) => ({
  name: entity,
  entity,
  known_until: isRead ? asOf : null,
  is_stale: false,
  max_age_days: null,
})
const known = { sources: [read('ticket'), read('escalation')] }
const lack = (what: EscalationLack['what'], hours: number): EscalationLack => ({ what, ...late(asOf, hours) })
const fine = escalation(asOf, 'E1', 30)
const acked = (age: number, hours: number): WaitingEscalation =>
  escalation(asOf, 'E2', age, { lacks: [lack('acknowledgement', hours)] })
const unowned = escalation(asOf, 'E3', 900, { lacks: [lack('owner', 16)], has_owner: false, owner: null })

test.each<[string, WaitingEscalation[], typeof known, string, string[]]>([
  ['nothing is open', [], known, 'Nothing waits', ['No escalation is open.']],
  ['nothing was read', [], { sources: [read('ticket', false), read('escalation', false)] }, 'Nothing can be told yet', ['No export that tells of escalations has been read.']],
  ['tickets were read, escalations were not', [], { sources: [read('ticket'), read('message', false)] }, 'Nothing can be told yet', ['No export that tells of escalations has been read.']],
  ['a flag on tickets tells of escalations, and there is none', [], { sources: [read('ticket')] }, 'Nothing waits', ['No escalation is open.']],
  ['one is open', [fine], known, 'Nothing is missing', ['1 escalation is open, and nothing that can be told of it is missing.']],
  ['several are open', [fine, fine], known, 'Nothing is missing', ['2 escalations are open, and nothing that can be told of them is missing.']],
  ['one lacks something that is not due', [acked(5, -3), fine], known, '1 escalation lacks something, nothing is overdue', ['1 of 2 open escalations lacks something, and nothing of it is overdue.', 'The oldest without an acknowledgement has waited 5 hours.']],
  ['one is overdue', [acked(48, 8)], known, '1 escalation has something overdue', ['1 of 1 open escalation lacks something, and it is overdue.', 'The oldest without an acknowledgement has waited 2 days.']],
  ['several are overdue, the oldest without an acknowledgement is not the most overdue', [unowned, acked(48, 8), acked(72, 8), fine], known, '3 escalations have something overdue', ['3 of 4 open escalations lack something, and for each of them it is overdue.', 'The oldest without an acknowledgement has waited 3 days.']],
  ['all are acknowledged', [unowned], known, '1 escalation has something overdue', ['1 of 1 open escalation lacks something, and it is overdue.']],
  ['some are overdue and some are not, of two teams', [unowned, { ...acked(5, -3), team: 'Service Desk' }, fine], known, '1 escalation has something overdue', ['2 of 3 open escalations of all teams lack something: for 1 of them it is overdue, for 1 it is not.', 'The oldest without an acknowledgement has waited 5 hours.']],
])('%s', (_, escalations, manifest, heading, sentences) => {
  expect(plain(waitingHeading({ escalations }, manifest))).toBe(heading)
  expect(waitingSentences({ escalations }, manifest).map(plain)).toEqual(sentences)
}) // biome-ignore format: a table

describe('what is lacked, in numbers', () => {
  const within = { within: { updated: '5 business days' } }
  const counts = (escalations: WaitingEscalation[]) =>
    countsInWords(escalations, within).map(({ items, words, more }) => [items, words, more])

  test('with what of it is overdue', () =>
    expect(counts([acked(5, -3), acked(48, 8), unowned])).toEqual([
      [2, 'not acknowledged', '1 overdue.'],
      [1, 'without an owner', 'Overdue.'],
      [0, 'without word to the requester for 5 business days', null],
    ]))
  test('nothing that the sources cannot tell, which is said', () => {
    const untold = escalation(asOf, 'E4', 5, { has_owner: null, owner: null, next_update_due_at: null })
    expect(counts([untold])).toEqual([[0, 'not acknowledged', null]])
    expect(notTold([untold])).toBe(
      'Who owns an escalation and when a requester last heard cannot be told from the sources.',
    )
    expect(notTold([untold, fine])).toBeNull()
  })
  test('an entry in the log where one is missing', () =>
    expect(
      counts([escalation(asOf, 'E5', 5, { lacks: [{ ...lack('log_entry', -1), due_at: null }] })]).at(-1),
    ).toEqual([1, 'not in the log, in the mailbox only', null]))
})

test.each([
  [{ overdue_minutes: 4_000, overdue_business_minutes: 960, clock: 'business' }, '2 working days'],
  [{ overdue_minutes: 4_000, overdue_business_minutes: 960, clock: 'elapsed' }, '3 days'],
  [{ overdue_minutes: 900_000, overdue_business_minutes: 200_000, clock: 'business' }, '1½ years'],
  [{ overdue_minutes: 600, overdue_business_minutes: 0, clock: 'business' }, 'under a working minute'],
] as const)('how late: %j reads "%s"', (given, words) => {
  expect(plain(lateness(given, clockOf([given])))).toBe(words)
})

test.each<[string, Partial<EscalationLack>, string | null]>([
  ['overdue', {}, 'due Thu 19 Nov 2026, 17:00, 8 working hours ago'],
  ['not due yet', { is_overdue: false, due_at: '2026-11-23T09:23:00.000Z' }, 'due Mon 23 Nov 2026, 09:23'],
  ['nothing says when', { is_overdue: false, due_at: null }, null],
  ['overdue, and nothing says since when', { due_at: null }, 'overdue, since when is not known'],
])('when something is due: %s', (_, more, words) => {
  expect(plain(whenDue({ ...lack('owner', 8), ...more }, 'Europe/London', 'business'))).toBe(words)
})

test('all times of a row are told by one clock', () => {
  const [short, long] = [lack('owner', 8), lack('update', 400)]
  expect(clockOf([short], 900)).toBe('business')
  expect(clockOf([short, long], 900)).toBe('elapsed')
  expect(clockOf([short], 90_000)).toBe('elapsed')
  expect(clockOf([short, { ...short, clock: 'elapsed' }], 900)).toBe('elapsed')
})

test.each([
  ['left', 'its owner has left', 'since Thu 19 Nov 2026, 8 working hours ago'],
  ['taken_off', 'its owner was taken off', 'since Thu 19 Nov 2026, 17:00, 8 working hours ago'],
  ['never_named', 'none was ever named', 'due Thu 19 Nov 2026, 17:00, 8 working hours ago'],
  [null, null, 'due Thu 19 Nov 2026, 17:00, 8 working hours ago'],
] as const)('no owner because %j: %j, %j', (unowned_because, why, since) => {
  expect(whyUnowned({ unowned_because })).toBe(why)
  expect(plain(unownedSince(lack('owner', 8), { unowned_because }, 'Europe/London', 'business'))).toBe(since)
})

test('what the times rest on', () => {
  const within = { acknowledged: '1 business day', owned: '2 business days', updated: '5 business days' }
  expect(whatIsDue({ within })).toMatch(
    /^Counted as due: an acknowledgement within 1 business day, an owner from the acknowledgement on, 2 business days after receipt at the latest and word to the requester within 5 business days of the last\. The department set these times to measure by; they need not be a promise\.$/,
  )
  expect(whatIsDue({ within: {} })).toBeNull()
})

test.each([
  [1, 1, '1 open escalation has all that is checked here'],
  [20, 20, '20 open escalations have all that is checked here'],
  [120, 40, '120 open escalations have all that is checked here, 40 of them on this page'],
])('%i that lack nothing, %i of them here', (all, here, words) => {
  expect(plain(completeWords(all, here))).toBe(words)
})

test('a list that is limited says how many of them it shows', () => {
  expect(plain(someComplete(3, 20))).toBe('3 of the 20 open escalations that have all that is checked here')
})

const missed = (what: 'response' | 'resolution', hours: number) => ({
  what,
  target: '1 business day',
  ...late(asOf, hours),
})
const past = ticket(asOf, 'T1', 50, [missed('resolution', 16)])
const both = ticket(asOf, 'T2', 50, [missed('response', 8), missed('resolution', 4)], {
  has_owner: false,
  owner: null,
})
test.each<[string, WaitingTicket[], object, string, string[]]>([
  ['none', [], {}, 'No ticket is past its target', ['Every open ticket with a published target is within it, as far as that can be told.']],
  ['no target is published', [], { targets: [] }, 'No target is published', ['So no ticket can be past one.']],
  ['no ticket was read', [], { sources: [read('ticket', false)] }, 'Nothing can be told yet', ['No export that tells of tickets has been read.']],
  ['one', [past], {}, '1 ticket is past target', ['By now 1 should have been resolved.', 'The most overdue is 2 working days late.']],
  ['of two teams', [past, { ...past, team: null }], {}, '2 tickets are past target', ['By now 2 should have been resolved.', 'The most overdue is 2 working days late.', 'These numbers are of all teams.']],
  ['several', [past, both], {}, '2 tickets are past target', ['By now 1 should have been answered and 2 should have been resolved.', 'The most overdue is 2 working days late.', '1 of them has no owner.']],
])('tickets past a target: %s', (_, tickets, more, heading, sentences) => {
  const all = { ...known, targets, ...more }
  expect(plain(lateHeading({ tickets }, all))).toBe(heading)
  expect(lateSentences({ tickets }, all).map(plain)).toEqual(sentences)
}) // biome-ignore format: a table
