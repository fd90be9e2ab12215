/** A row of `escalation_dues.sql` or `ticket_dues.sql`. */
export interface DueRow<What extends string> {
  readonly id: string
  readonly what: What
  /** Milliseconds since 1970 */
  readonly due_at: number | null
  readonly is_overdue: boolean
  readonly is_missing: boolean
  readonly overdue_minutes: number
  readonly overdue_business_minutes: number
  readonly clock: 'elapsed' | 'business'
}

/** An instant of milliseconds as it is published. */
export const published = (at: number): string => new Date(at).toISOString()
export const publishedOrNull = (at: number | null): string | null => (at === null ? null : published(at))

/** What is missing, as it is published. */
export const lackOf = <What extends string>(row: DueRow<What>) => ({
  what: row.what,
  due_at: publishedOrNull(row.due_at),
  is_overdue: row.is_overdue,
  overdue_minutes: row.overdue_minutes,
  overdue_business_minutes: row.overdue_business_minutes,
  clock: row.clock,
})

type Lack = Pick<DueRow<string>, 'is_overdue' | 'overdue_minutes' | 'overdue_business_minutes'>

const byOverdue = (a: Lack, b: Lack): number =>
  Number(b.is_overdue) - Number(a.is_overdue) ||
  b.overdue_minutes - a.overdue_minutes ||
  b.overdue_business_minutes - a.overdue_business_minutes

/**
 * The worst first: what was due longest ago, whatever clock it was due by, so that a target of every hour that passed at
 * the weekend does not sink; of equal ones by what they are.
 */
export const worstFirst = (a: Lack & { what: string }, b: Lack & { what: string }): number =>
  byOverdue(a, b) || a.what.localeCompare(b.what)

interface Waiting {
  readonly id: string
  readonly begun_at: string
  readonly lacks: readonly Lack[]
}

const nothing: Lack = { is_overdue: false, overdue_minutes: 0, overdue_business_minutes: 0 }
const worstOf = ({ lacks }: Waiting): Lack => lacks.toSorted(byOverdue)[0] ?? nothing

/** The most overdue by its worst lack first, then what lacks something, then the rest; of equal ones the oldest. */
export const byUrgency = (a: Waiting, b: Waiting): number =>
  byOverdue(worstOf(a), worstOf(b)) ||
  Number(b.lacks.length > 0) - Number(a.lacks.length > 0) ||
  a.begun_at.localeCompare(b.begun_at) ||
  a.id.localeCompare(b.id)
