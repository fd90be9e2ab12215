const pattern = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/

/** A name that sorts by time: `20261120T020000123Z`. */
const named = (at: Date): string => at.toISOString().replace(/[-:.]/g, '')

/** When the run of that name began; null where no run has such a name. */
export function timeOfRun(name: string): Date | null {
  const found = pattern.exec(name)
  if (!found) return null
  const [, year, month, day, hour, minute, second, rest] = found
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${rest}Z`)
}

/** The name of a run that begins now: later than `before`, even where the clock went back since. */
export function runNameOf(now: Date, before: string | null): string {
  const last = before === null ? null : timeOfRun(before)
  return named(new Date(Math.max(now.getTime(), (last?.getTime() ?? 0) + 1)))
}
