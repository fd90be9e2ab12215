/** The periods that figures may be limited to. */
import type { Manifest, MeasureFile } from '../../data/contract.ts'
import { plusDays } from './days.ts'
import type { FilterPeriod, FilterSpec } from './spec.ts'

/** 365 days up to the day that the sources know. */
export const recentOf = ({ known_until, institution }: Manifest): FilterSpec['recent'] => {
  const to = new Intl.DateTimeFormat('sv-SE', { timeZone: institution.timezone }).format(
    new Date(known_until),
  )
  return { from: plusDays(to, -364), to }
}

const yearsOf = ({ series }: MeasureFile): FilterPeriod[] => {
  const years = series.filter(({ period, scope, of }) => period === 'year' && scope === 'all' && of === null)
  const longest = years.sort((a, b) => b.points.length - a.points.length)[0]?.points ?? []
  return longest
    .flatMap(({ label, from, to }) => (label === undefined ? [] : [{ label, from, to }]))
    .map(({ label, from, to }) => ({ id: label.replaceAll('/', '-'), label, from, to }))
    .reverse()
}

/** The periods that a measure's page offers: the last twelve months and each academic year, the latest first. */
export const periodsOf = (measure: MeasureFile, recent: FilterSpec['recent']): FilterPeriod[] => [
  { id: '12-months', label: 'the last 12 months', ...recent },
  ...yearsOf(measure),
]
