/** What a trend is called, in words that stand alone. */
const words: Readonly<Record<string, string>> = {
  too_few: 'too few to tell',
  usual: 'within usual variation',
  usual_for_season: 'usual for the time of year',
}
const unusual: Readonly<Record<string, string>> = { up: 'rising', down: 'falling' }

/** A trend and its direction as the release has them, e.g. `unusual`, `up` → "rising"; null where it is none. */
export const trendWords = (trend: unknown, direction: unknown): string | null => {
  if (typeof trend !== 'string') return null
  const way = unusual[String(direction)] ?? 'unusual'
  if (trend === 'unusual') return way
  return trend === 'sustained' ? `${way}, two windows running` : (words[trend] ?? null)
}
