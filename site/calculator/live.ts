/** The calculator on its page: reads the form, says what is wrong with it or what follows from it. */
import { clearFaults, showFaults } from '../forms/faults.ts'
import { type Desk, deskOf } from './judge.ts'
import { announcementOf, elementsOf, withdrawal } from './paint.ts'
import { fillTime, type Question, questionIn } from './question.ts'
import { raisedAt } from './raised.ts'
import { type Result, resultOf } from './result.ts'
import type { CalculatorSpec } from './spec.ts'

type Places = Record<'faults' | 'result' | 'announced' | 'told', HTMLElement> & {
  form: HTMLFormElement
  /** Whom to speak to at once; null where the institution says nothing of it. */
  call: HTMLTemplateElement | null
}

const minute = 60_000

const resultNow = (desk: Desk, { wall, level }: Question): Result => {
  const now = Date.now()
  const ahead_minutes = -new Date(now).getTimezoneOffset()
  return resultOf(desk, { level, wall, raised: raisedAt(desk.main, wall), now, ahead_minutes })
}

/** What is written anew is read anew: so only where it says something else. Tells whether it did. */
const announce = ({ announced, call }: Places, said: Result): boolean => {
  const announcement = announcementOf(said, call)
  if (announced.textContent === announcement.textContent) return false
  announced.replaceChildren(announcement)
  return true
}

const show = (places: Places, said: Result): void => {
  announce(places, said)
  places.told.replaceChildren(...elementsOf(said))
  places.result.hidden = false
}

const hide = ({ result, announced }: Places, ...instead: Node[]): void => {
  result.hidden = true
  announced.replaceChildren(...instead)
}

/** Whether the reader is at something in the result that another painting would take away. */
const isInUse = (told: HTMLElement): boolean =>
  told.contains(document.activeElement) || told.querySelector('details[open]') !== null

/** The same question, as time goes by. */
const showAgain = (places: Places, said: Result): void => {
  const { announced, told } = places
  if (announced.contains(document.activeElement)) return
  if (announce(places, said) || !isInUse(told)) told.replaceChildren(...elementsOf(said))
}

const start = (places: Places, spec: CalculatorSpec): void => {
  const desk = deskOf(spec)
  const { form, faults } = places
  let asked: Question | null = null

  const answer = (): void => {
    const read = questionIn(form, desk, Date.now())
    asked = Array.isArray(read) ? null : read
    if (Array.isArray(read)) {
      hide(places)
      showFaults(
        form,
        faults,
        read.map(({ field, words }) => ({ id: `raised-${field}`, words })),
      )
      return
    }
    clearFaults(form, faults)
    show(places, resultNow(desk, read))
  }
  /** A result never stands beside other answers than those that it is of. */
  const withdraw = (): void => {
    if (asked !== null) hide(places, withdrawal())
    asked = null
  }
  const tellAgain = (): void => {
    if (asked !== null && document.visibilityState === 'visible') showAgain(places, resultNow(desk, asked))
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    answer()
  })
  form.addEventListener('input', withdraw)
  form.querySelector('[data-now]')?.addEventListener('click', () => {
    fillTime(form, desk, Date.now())
    withdraw()
  })
  setInterval(tellAgain, minute)
  document.addEventListener('visibilitychange', tellAgain)
}

const find = (name: string): HTMLElement | null => document.querySelector<HTMLElement>(`[data-${name}]`)
const form = document.querySelector<HTMLFormElement>('form[data-calculator]')
const call = document.querySelector<HTMLTemplateElement>('template[data-call]')
const [faults, result, announced, told, island] = [
  'faults',
  'result',
  'announced',
  'told',
  'calculator-spec',
].map(find)
if (form && faults && result && announced && told && island)
  start({ form, faults, result, announced, told, call }, JSON.parse(island.textContent) as CalculatorSpec)
