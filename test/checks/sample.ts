import type { TableRows } from '../support/memory.ts'

type Tables = Readonly<Record<string, readonly TableRows[]>>
/** Facts over which a check is silent, and some of its own over each of which it is not. */
export interface Sample {
  readonly severity: 'error' | 'warning'
  readonly good: Tables
  readonly bad: Readonly<Record<string, Tables>>
}

/** The time as of which checks run. */
export const asOf = '2026-03-06T12:00:00Z'
