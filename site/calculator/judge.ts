/** A ticket's level and when it was raised → when its targets fall, by the ETL's own arithmetic. */
import {
  type Calendar,
  countLeading,
  instantAt,
  openMinutesBetween,
  readCalendar,
} from '../../data/shared/calendar.ts'
import { type Allowance, dueAt } from '../../data/shared/deadline.ts'
import { type CountedDay, countedDays } from './counted.ts'
import { type MeasureOfTarget, measuresOfTargets } from './levels.ts'
import { unpackCalendar } from './pack.ts'
import type { CalculatorSpec, Rule } from './spec.ts'

/** What is said of one target of one level. Instants are milliseconds since 1970. */
export type Judged = {
  level: string
  measure: MeasureOfTarget
  /** The target that was in force when the ticket was raised; null where none was published. */
  rule: Rule | null
  /** Null where there is no target, or where its calendar ends before. */
  due_at: number | null
  has_passed: boolean
  /** When its clock begins, where that is later than the raising: at the next opening. Else null. */
  begins_at: number | null
  /** The open time that counts until then, by day; null where every hour counts. */
  days: readonly CountedDay[] | null
}

export type Desk = {
  spec: CalculatorSpec
  /** The calendar whose clock the form is read by. */
  main: Calendar
  calendars: ReadonlyMap<string, Calendar>
}

/** The calendars of a page, made ready to be looked up in. Throws a RangeError where there is none. */
export const deskOf = (spec: CalculatorSpec): Desk => {
  const calendars = new Map(
    Object.entries(spec.calendars).map(([name, packed]) => [
      name,
      readCalendar(unpackCalendar(name, spec.timezone, packed)),
    ]),
  )
  const [main] = calendars.values()
  if (main === undefined) throw new RangeError('the page has no service calendar')
  return { spec, main, calendars }
}

/** A target as the arithmetic has it. */
export const allowanceOf = ({ kind, amount }: Pick<Rule, 'kind' | 'amount'>): Allowance =>
  kind === 'business_days' ? { kind, days: amount } : { kind, minutes: amount }

/** The next opening, where a calendar is closed at an instant; null where it is open, or opens no more. */
const openingAfter = ({ stretches }: Calendar, at: number): number | null => {
  const next = stretches[countLeading(stretches, ({ closes }) => closes <= at)]
  return next === undefined || next.opens <= at ? null : next.opens
}

/** The first moment of a local day. */
const beginning = (calendar: Calendar, day: string): number => instantAt(calendar, Date.parse(day))

/** The target of a level that was in force at an instant: from its first day until before the next one's. */
const ruleAt = ({ spec, main }: Desk, level: string, measure: MeasureOfTarget, at: number): Rule | null =>
  spec.rules.find(
    (rule) =>
      rule.level === level &&
      rule.measure === measure &&
      (rule.from === null || at >= beginning(main, rule.from)) &&
      (rule.to === null || at < beginning(main, rule.to)),
  ) ?? null

const judgeOne = (
  desk: Desk,
  level: string,
  measure: MeasureOfTarget,
  raised: number,
  now: number,
): Judged => {
  const rule = ruleAt(desk, level, measure, raised)
  const calendar = desk.calendars.get(rule?.calendar ?? '')
  const due = rule === null ? null : dueAt(calendar ?? desk.main, raised, allowanceOf(rule))
  const packed = desk.spec.calendars[rule?.calendar ?? '']
  const isCounted = calendar !== undefined && packed !== undefined && due !== null
  return {
    level,
    measure,
    rule,
    due_at: due,
    has_passed: due !== null && now > due,
    begins_at: isCounted ? openingAfter(calendar, raised) : null,
    days: isCounted ? countedDays(calendar, packed, raised, due) : null,
  }
}

/** Both targets of a level, of a ticket that was raised at an instant; `now` is the reader's clock. */
export const judge = (desk: Desk, level: string, raised: number, now: number): Judged[] =>
  measuresOfTargets.map((measure) => judgeOne(desk, level, measure, raised, now))

/** Open minutes since then by the main calendar; null where it does not reach to now. */
export const workedMinutes = ({ main }: Desk, raised: number, now: number): number | null =>
  openMinutesBetween(main, raised, now)
