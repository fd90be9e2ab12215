/** The calculator on its page: reads the form, says what is wrong with it or what follows from it. */
import { wallAt } from '../../data/shared/calendar.ts'
import { clearFaults, showFaults } from './faults.ts'
import { type Desk, deskOf } from './judge.ts'
import { announce, elementsOf, isAnnounced } from './paint.ts'
import { raisedAt, raisedFault } from './raised.ts'
import { type Result, resultOf } from './result.ts'
import type { CalculatorSpec } from './spec.ts'
import { type Fault, faultsOf, type Typed, wallOf } from './typed.ts'

type Places = Record<'faults' | 'result' | 'announced' | 'told', HTMLElement> & { form: HTMLFormElement }
/** A wall time, and a level or null for all of them. */
type Question = { wall: number; level: string | null }

const minute = 60_000

const typedIn = (form: HTMLFormElement): Typed => {
  const data = new FormData(form)
  const of = (name: string): string => String(data.get(name) ?? '')
  return { day: of('day'), month: of('month'), year: of('year'), time: of('time'), level: of('level') }
}

/** What was asked, once it can be answered; else what is wrong. */
const readForm = (desk: Desk, typed: Typed, now: number): Question | Fault[] => {
  const faults = faultsOf(typed)
  const wall = wallOf(typed)
  if (faults.length > 0 || wall === null) return faults
  const fault = raisedFault(desk.main, raisedAt(desk.main, wall), now, desk.spec.timezone)
  if (fault !== null) return [fault]
  return { wall, level: desk.spec.levels[Number(typed.level)]?.level ?? null }
}

const resultNow = (desk: Desk, { wall, level }: Question): Result => {
  const now = Date.now()
  const ahead_minutes = -new Date(now).getTimezoneOffset()
  return resultOf(desk, { level, wall, raised: raisedAt(desk.main, wall), now, ahead_minutes })
}

/** The announcement changes only when what it says does, so that it is read once. */
const show = ({ announced, result, told }: Places, said: Result): void => {
  announce(announced, said)
  told.replaceChildren(...elementsOf(said))
  result.hidden = false
}

const fillNow = (desk: Desk, form: HTMLFormElement): void => {
  const wall = new Date(wallAt(desk.main, Date.now())).toISOString()
  const [year = '', month = '', day = ''] = wall.slice(0, 10).split('-')
  const values = { day: String(Number(day)), month: String(Number(month)), year, time: wall.slice(11, 16) }
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLInputElement) field.value = value
  }
}

/** Whether the reader is at something in the result that another painting would take away. */
const isInUse = (told: HTMLElement): boolean =>
  told.contains(document.activeElement) || told.querySelector('details[open]') !== null

const start = (places: Places, spec: CalculatorSpec): void => {
  const desk = deskOf(spec)
  const { form, faults, result, announced, told } = places
  let asked: Question | null = null

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const read = readForm(desk, typedIn(form), Date.now())
    asked = Array.isArray(read) ? null : read
    if (Array.isArray(read)) {
      result.hidden = true
      announced.replaceChildren()
      showFaults(form, faults, read)
      return
    }
    clearFaults(form, faults)
    show(places, resultNow(desk, read))
  })
  form.querySelector('[data-now]')?.addEventListener('click', () => fillNow(desk, form))

  const tellAgain = (): void => {
    if (asked === null || document.visibilityState !== 'visible') return
    const said = resultNow(desk, asked)
    if (!isInUse(told) || !isAnnounced(announced, said)) show(places, said)
  }
  setInterval(tellAgain, minute)
  document.addEventListener('visibilitychange', tellAgain)
}

const find = (name: string): HTMLElement | null => document.querySelector<HTMLElement>(`[data-${name}]`)
const form = document.querySelector<HTMLFormElement>('form[data-calculator]')
const [faults, result, announced, told, island] = [
  'faults',
  'result',
  'announced',
  'told',
  'calculator-spec',
].map(find)
if (form && faults && result && announced && told && island)
  start({ form, faults, result, announced, told }, JSON.parse(island.textContent) as CalculatorSpec)
