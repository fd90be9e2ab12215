import { nearest } from '../../data/shared/near.ts'

const zones = Intl.supportedValuesOf('timeZone')

/** What is wrong with the name of a time zone, or null. */
export function zoneProblem(zone: string): string | null {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    const spelled = zones.find((known) => known.toLowerCase() === zone.toLowerCase())
    if (/^[A-Za-z]/.test(zone) && (spelled === undefined || spelled === zone)) return null
  } catch {
    // said below
  }
  const place = zone.toLowerCase().replaceAll(' ', '_')
  const meant =
    zones.find((known) => known.toLowerCase() === place || known.toLowerCase().endsWith(`/${place}`)) ??
    nearest(zone, zones)
  return `unknown time zone "${zone}".${meant === undefined ? '' : ` Did you mean "${meant}"?`} Write a name such as "Europe/London"`
}
