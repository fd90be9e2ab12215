/** What the guidance pages show, made by hand: a flow, levels and targets, and a plain calendar. */
import type { Flow, Level, PublishedCalendar, Target } from '../../data/contract.ts'

export const flow: Flow = {
  nodes: [
    { id: 'critical', text: 'Is it an emergency right now?', who: 'You' },
    { id: 'call', text: 'Call the service desk', who: 'You' },
    { id: 'email', text: 'E-mail the address for escalations', who: 'You' },
    { id: 'acknowledge', text: 'We tell you that we have your request', who: 'IT' },
    { id: 'resolved', text: 'The problem is solved', who: 'IT' },
  ],
  edges: [
    { from: 'critical', to: 'call', label: 'Yes' },
    { from: 'critical', to: 'email', label: 'No' },
    { from: 'email', to: 'acknowledge', label: null },
    { from: 'acknowledge', to: 'resolved', label: null },
  ],
}

export const levels: Level[] = [
  { level: 'P1', affects: 'A class or an exam, now', source: null },
  { level: 'P2', affects: 'A department', source: 'service level targets page' },
  { level: 'P3', affects: 'One person', source: null },
]

const targetOf = (
  level: string,
  measure: Target['measure'],
  words: string,
  kind: Target['kind'],
  amount: number,
): Target => ({
  level,
  measure,
  words,
  kind,
  amount,
  calendar: kind === 'elapsed' ? null : 'main',
  is_paused: false,
  from: '2025-09-01',
  to: null,
  source: 'service level targets page',
})

export const targets: Target[] = [
  targetOf('P1', 'response', '15 min', 'elapsed', 15),
  targetOf('P1', 'resolution', '4 h', 'elapsed', 240),
  targetOf('P2', 'response', '2 h', 'elapsed', 120),
  targetOf('P2', 'resolution', '1 business day', 'business_days', 1),
]

const minute = 60_000
const isOpen = (at: number): boolean => ![0, 6].includes(new Date(at).getUTCDay())

/** Monday to Friday, 9:00 to 17:00 by clocks that never change, 2025 to 2027. */
const stretches = (): [number, number][] => {
  const found: [number, number][] = []
  for (let at = Date.UTC(2025, 9, 1); at < Date.UTC(2028, 0, 1); at += 1440 * minute)
    if (isOpen(at)) found.push([at / minute + 540, at / minute + 1020])
  return found
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri']

export const plainCalendar: PublishedCalendar = {
  name: 'main',
  timezone: 'Europe/London',
  hours: Object.fromEntries(weekdays.map((day) => [day, ['09:00-17:00']])),
  bank_holidays: ['2026-12-25', '2026-12-28'],
  closures: [{ from: '2026-12-24', to: '2027-01-01', note: 'University closed' }],
  other_hours: [{ date: '2026-12-23', hours: ['09:00-12:00'] }],
  from: Date.UTC(2025, 9, 1) / minute,
  to: Date.UTC(2028, 0, 1) / minute,
  stretches: stretches(),
  offsets: [[Date.UTC(2025, 9, 1) / minute, 0]],
}
