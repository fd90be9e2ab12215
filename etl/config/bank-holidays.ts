import DateHolidays from 'date-holidays'
import { didYouMean } from '../../data/shared/near.ts'

const regions = new Map<string, DateHolidays>()
const years = new Map<string, ReadonlySet<string>>()

const hour = 3_600_000

/** The local days that a holiday closes; one that begins in the afternoon closes the next day at the earliest. */
function daysOf(holiday: { date: string; start: Date; end: Date }): string[] {
  const first = Temporal.PlainDate.from(holiday.date.slice(0, 10)).add({
    days: Number(holiday.date.slice(11, 13)) >= 12 ? 1 : 0,
  })
  const length = Math.round((holiday.end.getTime() - holiday.start.getTime()) / hour / 24)
  return Array.from({ length }, (_, index) => first.add({ days: index }).toString())
}

/** The codes of the places that are known below a country or state, with their names. */
function placesBelow(country: string, state?: string): Record<string, string> {
  const all = new DateHolidays()
  return (state === undefined ? all.getStates(country, 'en') : all.getRegions(country, state, 'en')) ?? {}
}

function meantRegion(region: string, known: Record<string, string>, prefix: string): string {
  const codes = Object.keys(known).map((code) => prefix + code)
  const byName = Object.entries(known).find(([, name]) => name.toLowerCase() === region.toLowerCase())
  if (byName) return ` Did you mean "${prefix}${byName[0]}"?`
  if (region.startsWith('UK')) return ` Did you mean "${region.replace('UK', 'GB')}"?`
  return didYouMean(region, codes)
}

/** What is wrong with a region such as `GB-ENG`, or null. */
export function regionProblem(region: string): string | null {
  const [country = '', state, part] = region.split('-')
  const steps = [
    { code: country, known: new DateHolidays().getCountries('en') ?? {}, prefix: '' },
    { code: state, known: placesBelow(country), prefix: `${country}-` },
    { code: part, known: placesBelow(country, state ?? ''), prefix: `${country}-${state}-` },
  ]
  const wrong = steps.find(({ code, known }) => code !== undefined && !(code in known))
  if (!wrong) return null
  return `unknown region "${region}".${meantRegion(region, wrong.known, wrong.prefix)} Write a country and its part, as in "GB-ENG"`
}

function inYear(region: string, year: number): ReadonlySet<string> {
  const key = `${region} ${year}`
  const known = years.get(key)
  if (known) return known
  const source = regions.get(region) ?? new DateHolidays(...(region.split('-') as [string, string]))
  regions.set(region, source)
  const days = new Set(
    source
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .flatMap(daysOf),
  )
  years.set(key, days)
  return days
}

/** Whether a local day, as `2026-12-25`, is a public holiday of a region; substitute days count. */
export const isBankHoliday = (region: string, day: string): boolean =>
  inYear(region, Number(day.slice(0, 4))).has(day)
