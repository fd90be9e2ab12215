/** Days are counted from the first day of the data: 0, 1, …; a window ends before its `to`. */
export interface Window {
  readonly from: number
  readonly to: number
}

/**
 * The eight weeks around the same 28 days of a year before, and each 28 days that lie in them, a week apart; of the two
 * weeks before them as much as the data hold.
 */
export interface LastYear {
  readonly whole: Window
  readonly parts: readonly Window[]
}

/**
 * What is held against what at an end, as far as the data reach back: `isTold` where they hold the 28 days and at least
 * as many before, `lastYear` null where they do not tell of it.
 */
export interface Windows {
  readonly isTold: boolean
  readonly recent: Window
  readonly before: Window
  readonly lastYear: LastYear | null
}

/** The day a year before a day; null where that is not known. */
export type YearBefore = (day: number) => number | null

export const recentDays = 28
const beforeDays = 84
/** The fewest days of data that tell of what rises; what is out of all tickets needs no more of them to be fair. */
export const leastDays = 2 * recentDays
const shifts = [-14, -7, 0, 7, 14]

function lastYearOf(recent: Window, yearBefore: YearBefore): LastYear | null {
  const lastDay = yearBefore(recent.to - 1)
  if (lastDay === null) return null
  const same = { from: lastDay + 1 - recentDays, to: lastDay + 1 }
  const all = shifts.map((days) => ({ from: same.from + days, to: same.to + days }))
  const parts = all.filter(({ from }) => from >= 0)
  const whole = {
    from: Math.min(...parts.map(({ from }) => from)),
    to: Math.max(...parts.map(({ to }) => to)),
  }
  return same.from >= 0 && whole.to <= recent.from ? { whole, parts } : null
}

/**
 * The windows that end before the day `end`: 28 days, the 84 before. The year before is that of the last day, so that
 * the 28 days stay in a row where a term begins.
 */
export function windowsAt(end: number, yearBefore: YearBefore): Windows {
  const from = end - recentDays
  const [recent, before] = [
    { from, to: end },
    { from: from - beforeDays, to: from },
  ]
  const clipped = (window: Window) => ({ from: Math.max(0, window.from), to: Math.max(0, window.to) })
  return {
    isTold: end >= leastDays,
    recent: clipped(recent),
    before: clipped(before),
    lastYear: lastYearOf(recent, yearBefore),
  }
}

/** How many there were before each day, and at last in all: one more than there are days. */
export type Totals = Int32Array

/** Running totals of whole numbers a day, so that any window is a subtraction. */
export function totalsOf(counts: ArrayLike<number>): Totals {
  const totals = new Int32Array(counts.length + 1)
  for (let day = 0; day < counts.length; day += 1)
    totals[day + 1] = (totals[day] as number) + (counts[day] as number)
  return totals
}

/** How many there were in a window. Error: a window beyond the days. */
export function countIn(totals: Totals, { from, to }: Window): number {
  const [before, until] = [totals[from], totals[to]]
  if (before === undefined || until === undefined) throw new RangeError(`no days from ${from} to ${to}`)
  return until - before
}
