import { shortDay } from './date.ts'

/** What a trend is called, in words that stand alone. */
const words: Readonly<Record<string, string>> = {
  too_few: 'too few to tell',
  usual: 'within usual variation',
  usual_for_season: 'usual for the time of year',
}
const unusual: Readonly<Record<string, string>> = { up: 'rising', down: 'falling' }

/** A trend as the release has it, e.g. `unusual`, `up`, `2026-09-25` → "rising since 25 Sept 2026"; null where it is none. */
export const trendWords = (trend: unknown, direction: unknown, calledOn: unknown = null): string | null => {
  if (typeof trend !== 'string') return null
  if (trend !== 'unusual' && trend !== 'sustained') return words[trend] ?? null
  const way = unusual[String(direction)] ?? 'unusual'
  const since = typeof calledOn === 'string' ? ` since ${shortDay(calledOn)}` : ''
  return `${way}${since}${trend === 'sustained' ? ', two windows running' : ''}`
}
