const dayInMs = 86_400_000
/** Nights come daily: such a gap is a clock that was set wrong, or a nightly that had stopped. */
const mostDaysApart = 31

/**
 * Why the clock may be wrong, or null. A clock that jumped stays to be seen for as long as a release from before the jump is
 * kept, not only on the first night. `published`: when the releases were made that are kept.
 */
export function clockDoubt(published: readonly Date[], now: Date): string | null {
  const times = [...published.map((time) => time.getTime()).sort((a, b) => a - b), now.getTime()]
  for (const [index, time] of times.entries()) {
    const before = times[index - 1]
    if (before === undefined) continue
    const [from, to] = [before, time].map((at) => new Date(at).toISOString().slice(0, 16))
    if (time < before) return `the clock went back from ${from} to ${to}`
    if (time - before > mostDaysApart * dayInMs) return `no night was published between ${from} and ${to}`
  }
  return null
}
