import type { Escalation } from './escalation.ts'
import type { Facts } from './facts.ts'
import type { Ticket } from './ticket.ts'
import type { Item } from './told.ts'
import type { SourceName } from './world.ts'

/** What one item says of a promise. */
export interface Said {
  readonly measure: string
  readonly id: string
  readonly item: Counted
}

export interface Share extends Said {
  /** The local day that decides of which period it is. */
  readonly day: string
  /** Whether it was so, or how many of its minutes; null where that cannot be told. */
  readonly hits: number | null
  /** 1, or the minutes of which `hits` are some. */
  readonly weight: number
  /** When its outcome is settled; null: at once. */
  readonly settledAt: number | null
  /** False where its outcome is open, so that it only keeps its period from being complete. */
  readonly isCounted?: boolean
}

export type Counted = Ticket | Escalation

/** Shares of time and not of items. */
export const weighted: ReadonlySet<string> = new Set([
  'owned unowned_time',
  'updated heard',
  'effort waiting_time',
])

/** Figures that only some sources can tell; every other one all can, as far as they have anything to say of it. */
const tellers: Readonly<Record<string, readonly SourceName[]>> = {
  'before-target before': ['desk'],
  'right-route redirected_emergency': ['desk'],
  'right-route redirect': ['desk'],
  'right-route': ['desk', 'forms'],
  'resolved reopened': ['desk', 'log'],
  'resolved closed_before_ticket': ['desk', 'forms', 'log'],
  'effort handed_on': ['desk', 'log'],
  'effort returned': ['desk', 'log'],
  'effort first_contact': ['desk', 'log'],
  'effort chased': ['desk', 'log'],
  'effort waiting_time': ['desk', 'log'],
  satisfaction: ['desk', 'log'],
  updated: ['desk', 'log'],
}

/** Whether a source can tell a figure. */
export const canTell = (measure: string, id: string, source: SourceName): boolean =>
  (tellers[`${measure} ${id}`] ?? tellers[measure])?.includes(source) ?? true

/** Whether one of the sources of an item can tell a figure. */
export const canBeTold = ({ measure, id, item }: Said): boolean =>
  item.sources.some((source) => canTell(measure, id, source))

/** The items that are in any denominator. */
export const counted = ({ tickets, escalations }: Facts): Counted[] =>
  [...tickets, ...escalations].filter(({ isLeftOut }) => !isLeftOut)

export const isEscalation = (item: Item): item is Escalation => item.kind === 'escalation'
