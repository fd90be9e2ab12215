import { type Day, dayOf, isoDayOf, weekdayOf } from './london.ts'

/** A term as config.yaml gives it; the exam weeks are its last kind. */
export interface Term {
  year: string
  name: 'Semester A' | 'Semester B' | 'Semester C'
  from: string
  to: string
}

export const terms: readonly Term[] = [
  { year: '2023/24', name: 'Semester A', from: '2023-09-25', to: '2023-12-15' },
  { year: '2023/24', name: 'Semester B', from: '2024-01-22', to: '2024-04-12' },
  { year: '2023/24', name: 'Semester C', from: '2024-05-07', to: '2024-05-31' },
  { year: '2024/25', name: 'Semester A', from: '2024-09-23', to: '2024-12-13' },
  { year: '2024/25', name: 'Semester B', from: '2025-01-20', to: '2025-04-11' },
  { year: '2024/25', name: 'Semester C', from: '2025-05-06', to: '2025-05-30' },
  { year: '2025/26', name: 'Semester A', from: '2025-09-22', to: '2025-12-12' },
  { year: '2025/26', name: 'Semester B', from: '2026-01-19', to: '2026-04-10' },
  { year: '2025/26', name: 'Semester C', from: '2026-05-05', to: '2026-05-29' },
  { year: '2026/27', name: 'Semester A', from: '2026-09-21', to: '2026-12-11' },
]

/** The Christmas closures, first and last day. */
export const closures = [
  { from: '2023-12-23', to: '2024-01-01' },
  { from: '2024-12-24', to: '2025-01-01' },
  { from: '2025-12-24', to: '2026-01-01' },
  { from: '2026-12-24', to: '2027-01-01' },
] as const

/** Bank holidays of England and Wales outside the Christmas closures. */
export const bankHolidays: readonly string[] = [
  ...['2024-03-29', '2024-04-01', '2024-05-06', '2024-05-27', '2024-08-26'],
  ...['2025-04-18', '2025-04-21', '2025-05-05', '2025-05-26', '2025-08-25'],
  ...['2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31'],
]

/** How a service's demand follows the year. */
export type Season = 'teaching' | 'students' | 'office' | 'exams' | 'research'

type Phase = 'arrival' | 'start' | 'settling' | 'term' | 'exams' | 'break' | 'summer' | 'closed'

const demand: Record<Season, Record<Phase, number>> = {
  teaching: {
    arrival: 0.9,
    start: 1.9,
    settling: 1.5,
    term: 1.15,
    exams: 0.7,
    break: 0.35,
    summer: 0.3,
    closed: 0.01,
  },
  students: {
    arrival: 1.5,
    start: 2.1,
    settling: 1.4,
    term: 1,
    exams: 0.95,
    break: 0.5,
    summer: 0.42,
    closed: 0.09,
  },
  office: {
    arrival: 1.15,
    start: 1.3,
    settling: 1.15,
    term: 1,
    exams: 0.95,
    break: 0.8,
    summer: 0.75,
    closed: 0.02,
  },
  exams: {
    arrival: 0.8,
    start: 1.3,
    settling: 1.15,
    term: 1,
    exams: 1.7,
    break: 0.55,
    summer: 0.4,
    closed: 0.04,
  },
  research: {
    arrival: 1,
    start: 1.1,
    settling: 1.05,
    term: 1,
    exams: 1,
    break: 0.85,
    summer: 0.85,
    closed: 0.06,
  },
}

const weekdayShare = [0.09, 1.14, 1.1, 1.04, 0.98, 0.82, 0.07]
const phases = new Map<Day, Phase>()
const holidays = new Set(bankHolidays.map(dayOf))

/** Demand on a day against an ordinary one in term, by season, weekday and holiday. */
export function demandOn(day: Day, season: Season): number {
  const holiday = holidays.has(day) ? 0.08 : 1
  return demand[season][phaseOf(day)] * (weekdayShare[weekdayOf(day)] ?? 0) * holiday
}

/** How much longer everything takes while the desk is busy. */
export const pressureOn = (day: Day): number =>
  ({ arrival: 1.15, start: 1.6, settling: 1.3, term: 1, exams: 0.95, break: 0.9, summer: 0.85, closed: 1 })[
    phaseOf(day)
  ]

function phaseOf(day: Day): Phase {
  const known = phases.get(day)
  if (known) return known
  const found = findPhase(day)
  phases.set(day, found)
  return found
}

function findPhase(day: Day): Phase {
  const iso = isoDayOf(day)
  if (closures.some(({ from, to }) => iso >= from && iso <= to)) return 'closed'
  for (const term of terms) {
    const week = Math.floor((day - dayOf(term.from)) / 7)
    if (term.name !== 'Semester C' && (week === -1 || (week === -2 && term.name === 'Semester A')))
      return 'arrival'
    if (iso < term.from || iso > term.to) continue
    if (term.name === 'Semester C') return 'exams'
    return week === 0 ? 'start' : week <= 2 ? 'settling' : 'term'
  }
  return iso.slice(5) >= '06-08' && iso.slice(5) <= '09-13' ? 'summer' : 'break'
}
