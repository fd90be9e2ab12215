import { didYouMean } from '../../data/shared/near.ts'
import { parseDuration } from './duration.ts'
import type { Fault } from './errors.ts'
import type { RawSettings } from './schema.ts'
import type { FaultAt } from './shape.ts'

/** A text that is no duration; nothing where none is written. */
export function durationFaults(
  fault: FaultAt,
  path: PropertyKey[],
  text: string | null | undefined,
): Fault[] {
  if (text === null || text === undefined) return []
  try {
    parseDuration(text)
    return []
  } catch (error) {
    return [fault(path, (error as Error).message)]
  }
}

type Target = RawSettings['targets'][number]

/** Weeks and parts of days say nothing on the business clock: an open day has no fixed length. */
function openDayFaults(fault: FaultAt, { target, clock }: Pick<Target, 'target' | 'clock'>): Fault[] {
  const [, amount = '', unit = ''] = /^([\d.]+)\s*([dw])/i.exec(target.trim()) ?? []
  if (clock === 'elapsed' || unit === '' || (/d/i.test(unit) && Number.isInteger(Number(amount)))) return []
  const problem = `"${target}" cannot be counted in open time. Write whole days or hours: "5 business days", "12 business hours"`
  return [fault(['target'], problem)]
}

/** A target without a duration, or one whose clock and calendar do not go together. */
export function targetFaults(
  fault: FaultAt,
  target: Target,
  calendars: readonly string[],
  statedClock: unknown,
): Fault[] {
  const faults = durationFaults(fault, ['target'], target.target)
  const { calendar } = target
  if (calendar !== undefined && !calendars.includes(calendar)) {
    const hint = `${didYouMean(calendar, calendars)} There are: ${calendars.join(', ')}`
    faults.push(fault(['calendar'], `there is no calendar "${calendar}".${hint}`))
  }
  if (faults.length > 0) return faults
  const isBusiness = parseDuration(target.target).kind !== 'elapsed'
  if (isBusiness && statedClock === 'elapsed') {
    faults.push(fault(['clock'], `"${target.target}" counts business time. Write clock: business`))
  } else if (!isBusiness) {
    faults.push(...openDayFaults(fault, target))
  }
  if (calendar !== undefined && !isBusiness && target.clock === 'elapsed') {
    faults.push(
      fault(['calendar'], 'an elapsed target has no calendar. Write clock: business, or take it out'),
    )
  }
  return faults
}

/** Words for one level twice: which of the two would the site show? */
export function levelFaults(fault: FaultAt, levels: RawSettings['levels']): Fault[] {
  return levels.flatMap(({ level }, index) => {
    const first = levels.findIndex((other) => other.level === level)
    if (first >= index) return []
    const { line } = fault([first], '')
    const where = `levels[${first}]${line === null ? '' : ` on line ${line}`}`
    return [fault([index, 'level'], `${level} has its words in ${where} already. Keep one of the two`)]
  })
}
