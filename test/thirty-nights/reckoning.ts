import { bankHolidays, type Calendar, dueAt } from '../reference/calendar.ts'
import { dayAfter, dayOf } from '../reference/clock.ts'
import type { Settings } from './config.ts'
import { type Delivery, sourceNames } from './delivery.ts'
import { type Correction, type Known, knownOf } from './known.ts'
import { type Ledger, lastOf, nameOf } from './ledger.ts'
import { type Counts, countsBy, verdicts } from './verdicts.ts'

/** Figures of the items of one kind, as they should stand on the pages. */
export interface KindFigures {
  readonly items: number
  readonly open: number
  /** Open and never acknowledged. */
  readonly waiting: number
  readonly unowned: number
  /** Begun within 365 days, not withdrawn, and the fixed time to acknowledge has passed. */
  readonly due: number
}

/** What a release should say. */
export interface Figures {
  readonly asOf: string
  readonly ticket: KindFigures
  readonly escalation: KindFigures & {
    /** Of those that are due, how many were acknowledged in time. */
    readonly inTime: number
  }
  /** Tickets that have a published target. */
  readonly targeted: number
  readonly stale: readonly string[]
  /** What became of the records of each file, by its sha256. */
  readonly receipts: Readonly<Record<string, Counts>>
}

const week = ['09:00-17:00']
const calendar: Calendar = {
  hours: [week, week, week, week, week, [], []],
  closed: bankHolidays,
  otherHours: {},
}
const dueOf = ({ begun }: Known): number => dueAt(calendar, begun, { kind: 'business_days', days: 1 })
const isDue = (one: Known): boolean =>
  one.status !== 'cancelled' &&
  dueOf(one) <= one.knownUntil &&
  dayOf(one.begun) > dayAfter(dayOf(one.knownUntil), -365)
const isInTime = (one: Known): boolean => one.acknowledgedAt !== null && one.acknowledgedAt <= dueOf(one)

/** Nobody is named, and somebody should be: from its acknowledgement on, or one business day after its receipt. */
const isUnowned = (one: Known): boolean =>
  one.isOpen && one.isStated && one.owner === '' && (one.isAcknowledged || dueOf(one) <= one.knownUntil)

const count = <T>(all: readonly T[], holds: (one: T) => boolean): number => all.filter(holds).length

const figuresOf = (items: readonly Known[]): KindFigures => ({
  items: items.length,
  open: count(items, ({ isOpen, isStated }) => isOpen && isStated),
  waiting: count(items, ({ isOpen, isAcknowledged }) => isOpen && !isAcknowledged),
  unowned: count(items, isUnowned),
  due: count(items, isDue),
})

const maxAgeDays: Readonly<Record<string, number>> = { 'desk-log': 2, 'escalation-log': 5 }
const dayInMs = 86_400_000

/** Sources of which something is known, and nothing came tonight or the newest is too old by the clock. */
function staleOf(ledger: Ledger, settings: Settings, inbox: readonly Delivery[], clock: number): string[] {
  return sourceNames.flatMap((source) => {
    const files = ledger.counted(settings).filter(({ delivery }) => delivery.source === source)
    if (files.length === 0) return []
    const came = inbox.some((one) => one.source === source && one.refused === null)
    const age = (clock - Math.max(...files.map(lastOf))) / dayInMs
    return !came || age > (maxAgeDays[source] ?? Number.POSITIVE_INFINITY) ? [nameOf(source, settings)] : []
  })
}

export interface Moment {
  readonly ledger: Ledger
  readonly settings: Settings
  /** What lay in the inbox. */
  readonly inbox: readonly Delivery[]
  readonly clock: number
  readonly corrections: readonly Correction[]
}

/** What a night should publish, reckoned from the truth of what was delivered so far and nothing else. */
export function reckoned({ ledger, settings, inbox, clock, corrections }: Moment): Figures {
  const files = ledger.counted(settings)
  const rows = ledger.rows(settings)
  const asOf = Math.max(...files.map(lastOf))
  const told = verdicts(rows)
  const known = knownOf({ rows, files, verdicts: told, corrections }, asOf)
  const [escalations, tickets] = [
    known.filter(({ item }) => item.startsWith('E-')),
    known.filter(({ item }) => !item.startsWith('E-')),
  ]
  const { targetFrom } = settings
  const empty = Object.fromEntries(
    files.map(({ delivery }) => [
      delivery.sha256,
      { records: 0, kept: 0, superseded: 0, duplicate: 0, quarantined: 0 },
    ]),
  )
  return {
    asOf: new Date(asOf).toISOString(),
    ticket: figuresOf(tickets),
    escalation: {
      ...figuresOf(escalations),
      inTime: count(escalations, (one) => isDue(one) && isInTime(one)),
    },
    targeted: count(
      tickets,
      ({ priority, begun }) => priority === 'P1' && targetFrom !== null && dayOf(begun) >= targetFrom,
    ),
    stale: staleOf(ledger, settings, inbox, clock),
    receipts: { ...empty, ...countsBy(told, ({ landed }) => landed.delivery.sha256) },
  }
}
