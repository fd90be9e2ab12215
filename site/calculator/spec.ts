/** What the calculator has to know, as the page carries it. */
import type { PublishedCalendar, Target } from '../../data/contract.ts'

/** A published target without what only the table shows. */
export type Rule = Omit<Target, 'source'>

/** A service calendar as a page carries it: times are minutes since 1970 began in UTC. */
export type PackedCalendar = Pick<
  PublishedCalendar,
  'from' | 'to' | 'offsets' | 'bank_holidays' | 'closures'
> & {
  /** Openings and closings in turn, each as the minutes since the one before; the first since `from`. */
  steps: readonly number[]
}

export type CalculatorSpec = {
  /** The institution's zone, e.g. `Europe/London`. */
  timezone: string
  /** When the page was made: no true clock is behind it. ISO 8601 in UTC. */
  built_at: string
  levels: readonly { level: string; affects: string | null }[]
  rules: readonly Rule[]
  /** By name; wall times are read by the clock of the first. */
  calendars: Readonly<Record<string, PackedCalendar>>
}
