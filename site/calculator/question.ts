/** The fields of the calculator ↔ what is asked. */
import { wallAt } from '../../data/shared/calendar.ts'
import type { Desk } from './judge.ts'
import { raisedAt, raisedFault } from './raised.ts'
import { type Fault, faultsOf, type Typed, wallOf } from './typed.ts'

/** A wall time, and a level or null for all of them. */
export type Question = { wall: number; level: string | null }

const typedIn = (form: HTMLFormElement): Typed => {
  const data = new FormData(form)
  const of = (name: string): string => String(data.get(name) ?? '')
  return { day: of('day'), month: of('month'), year: of('year'), time: of('time'), level: of('level') }
}

/** What a form asks, once it can be answered; else what is wrong. `now`: milliseconds since 1970. */
export const questionIn = (form: HTMLFormElement, desk: Desk, now: number): Question | Fault[] => {
  const typed = typedIn(form)
  const faults = faultsOf(typed)
  const wall = wallOf(typed)
  if (faults.length > 0 || wall === null) return faults
  const fault = raisedFault(desk.main, raisedAt(desk.main, wall), now, desk.spec.timezone)
  if (fault !== null) return [fault]
  return { wall, level: desk.spec.levels[Number(typed.level)]?.level ?? null }
}

/** Fills in an instant by the institution's clock. */
export const fillTime = (form: HTMLFormElement, desk: Desk, at: number): void => {
  const wall = new Date(wallAt(desk.main, at)).toISOString()
  const [year = '', month = '', day = ''] = wall.slice(0, 10).split('-')
  const values = { day: String(Number(day)), month: String(Number(month)), year, time: wall.slice(11, 16) }
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLInputElement) field.value = value
  }
}
