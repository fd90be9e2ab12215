import type { Settings } from '../config/settings.ts'

const dayInMs = 86_400_000

/** What is older than these ISO instants is kept no longer. */
export interface Limits {
  /** Of a landed file: its newest export time. */
  readonly landedSince: string
  /** Of what was set aside: when that was. */
  readonly quarantineSince: string
}

const since = (now: Date, days: number): string =>
  new Date(Math.max(0, now.getTime() - days * dayInMs)).toISOString()

export const limitsAt = (now: Date, { retention }: Pick<Settings, 'retention'>): Limits => ({
  landedSince: since(now, retention.landed_days),
  quarantineSince: since(now, retention.quarantine_days),
})
