import { bankHolidays, type Calendar } from './calendar.ts'
import { dayAfter, dayOf } from './clock.ts'
import type { Chance } from './random.ts'
import type { Person, Target, Term } from './world.ts'

const usual = ['09:00-17:00']
const parted = ['09:00-12:00', '13:00-18:00']

/** The calendars of a world that begins on a Monday: closed now and then, with other hours on a day. */
export function calendarsOf(chance: Chance, start: string): Record<'main' | 'teaching', Calendar> {
  const closed = chance.once(2) ? [dayAfter(start, chance.below(60))] : []
  const day = dayAfter(start, 7 * chance.below(9) + chance.below(5))
  const isOther = chance.once(2) && !bankHolidays.includes(day) && !closed.includes(day)
  return {
    main: {
      hours: [usual, usual, usual, usual, usual, [], []],
      closed: [...bankHolidays, ...closed],
      otherHours: isOther ? { [day]: ['10:00-15:00'] } : {},
    },
    teaching: {
      hours: [parted, parted, parted, parted, parted, ['10:00-13:00'], []],
      closed: bankHolidays,
      otherHours: {},
    },
  }
}

/** Who works there; one of them leaves. */
export const peopleOf = (chance: Chance, start: string): Person[] => [
  { name: 'Ann Lee', aliases: ['alee', 'Lee Ann'], team: 'Network', to: null, is: 'person' },
  { name: 'Bob Ray', aliases: ['bray'], team: null, to: dayAfter(start, 5 + chance.below(40)), is: 'person' },
  { name: 'Dee Fox', aliases: [], team: 'Desk', to: null, is: 'person' },
  { name: 'Service Desk', aliases: ['sd'], team: null, to: null, is: 'shared' },
  { name: 'Robot', aliases: ['robot9'], team: null, to: null, is: 'system' },
]

/** Targets: one that is replaced in the middle, some that pause, none for the level P3. */
export function targetsOf(chance: Chance, start: number): Target[] {
  const from = dayOf(start - 86_400_000 * chance.below(5))
  const later = dayAfter(dayOf(start), 10 + chance.below(30))
  const isPaused = chance.once(2)
  const hours = (count: number, kind: 'elapsed' | 'business') => ({ kind, minutes: 60 * count }) as const
  return [
    { level: 'P1', measure: 'response', words: '15 min', duration: { kind: 'elapsed', minutes: 15 }, calendar: 'main', isPaused: false, from },
    { level: 'P1', measure: 'response', words: '2 hours', duration: hours(2, 'business'), calendar: 'main', isPaused, from: later },
    { level: 'P1', measure: 'resolution', words: '72 hours', duration: hours(72, 'elapsed'), calendar: 'main', isPaused, from },
    { level: 'P2', measure: 'response', words: '4 hours', duration: hours(4, 'business'), calendar: 'teaching', isPaused: false, from },
    { level: 'P2', measure: 'resolution', words: '3 business days', duration: { kind: 'business_days', days: 3 }, calendar: chance.pick(['main', 'teaching']), isPaused: true, from },
    { level: 'P2', measure: 'resolution', words: '16 hours', duration: hours(16, 'business'), calendar: 'main', isPaused, from: later },
  ] // biome-ignore format: a table
}

const terms: readonly Term[] = [
  { year: '2025/26', name: 'Autumn', from: '2025-09-22', to: '2025-12-12' },
  { year: '2025/26', name: 'Spring', from: '2026-01-12', to: '2026-03-27' },
  { year: '2025/26', name: 'Summer', from: '2026-04-20', to: '2026-06-12' },
  { year: '2026/27', name: 'Autumn', from: '2026-09-21', to: '2026-10-30' },
  { year: '2026/27', name: 'Late autumn', from: '2026-11-02', to: '2026-12-11' },
]

/** The terms of the years of the worlds; some institutions name none. */
export const termsOf = (chance: Chance): readonly Term[] => (chance.once(3) ? [] : terms)
