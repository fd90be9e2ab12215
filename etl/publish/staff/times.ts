import type { Clock, Figure, MeasureFile, StaffTime } from '../../../data/contract.ts'

const measured = ['acknowledged', 'investigated', 'resolved'] as const
const clocks = ['elapsed', 'business'] as const
/** Below so many items no page shows the time that nine in ten take. */
const leastForNine = 50
/** A time that half take tells of too few people below this (the HESA strategy leaves out averages of seven or fewer). */
const leastForHalf = 8

const hour = 60
const hours = [5, 15, 30, hour, 2 * hour, 4 * hour]
/** A day is 24 hours, of working time eight, as everywhere on the sites. */
const days: Record<Clock, { shorter: number[]; day: number }> = {
  elapsed: { shorter: [...hours, 8 * hour, 12 * hour], day: 24 * hour },
  business: { shorter: hours, day: 8 * hour },
}
const wholeDays = [1, 2, 3, 4, 5, 7, 10, 14, 21, 28, 42, 56, 84]

/** The plain steps of a clock, in minutes: 5 minutes to twelve weeks. */
const stepsOf = (clock: Clock): number[] => [
  ...days[clock].shorter,
  ...wholeDays.map((many) => many * days[clock].day),
]

/** Up to a plain step, so that "within" stays true; null of what takes longer than any. */
export const roundedUp = (minutes: number, clock: Clock): number | null =>
  stepsOf(clock).find((step) => step >= minutes) ?? null

const known = (figure: Figure | undefined, clock: Clock, least: number): number | null =>
  figure === undefined || figure.value === null || figure.is_at_least || figure.n < least
    ? null
    : roundedUp(figure.value, clock)

function timeOf({ id, figures }: MeasureFile, clock: Clock, base: number): StaffTime {
  const [half, nine] = ['median', 'p90'].map((quantile) =>
    figures.find(
      (one) =>
        one.id === quantile && one.item_kind === 'escalation' && one.scope === 'all' && one.clock === clock,
    ),
  )
  return {
    measure: id,
    clock,
    ...(half?.from === undefined || half.to === undefined ? {} : { from: half.from, to: half.to }),
    half_within_minutes: known(half, clock, Math.max(base, leastForHalf)),
    nine_in_ten_within_minutes: known(nine, clock, Math.max(base, leastForNine)),
  }
}

/** How long escalations took, on both clocks. */
export const staffTimes = (measures: ReadonlyMap<string, MeasureFile>, base: number): StaffTime[] =>
  measured.flatMap((id) => {
    const measure = measures.get(id)
    return measure === undefined ? [] : clocks.map((clock) => timeOf(measure, clock, base))
  })
