import { askFor, offerDays } from './asking.ts'
import { type Answers, type Asking, type Checked, check } from './check.ts'
import { dayIn } from './dates.ts'
import type { Device } from './device.ts'
import { clearDraft, type Drawer, keepDraft, readDraft } from './draft.ts'
import { attend, one } from './elements.ts'
import { clearFaults, showFaults } from './faults.ts'
import { controlOf, readFields, uncover, writeFields } from './fields.ts'
import { type FieldName, nothingFilled } from './filling.ts'
import { forget, prepare } from './sending.ts'
import { placeAt, type Stage, show, stageFor } from './stage.ts'
import { offerWays, type Way } from './taking.ts'

const headingOf = (stage: Stage): HTMLElement => one(`[data-heading="${stage}"]`, HTMLElement)

/** The form on its page: what is asked, shown and kept. Nothing that is filled in leaves it but in the reader's own mail. */
export class IntakePage {
  readonly #form: HTMLFormElement
  readonly #drawer: Drawer
  readonly #summary = one('[data-faults]', HTMLElement)
  readonly #status = one('[data-kept-status]', HTMLElement)
  readonly #title = document.title
  /** What was asked about already. */
  readonly #asked = new Set<string>()
  #taken: Way | null = null

  constructor(form: HTMLFormElement, drawer: Drawer) {
    this.#form = form
    this.#drawer = drawer
  }

  /** Takes the place of the text to copy, with what was kept of a draft. */
  open(): void {
    const draft = readDraft(this.#drawer)
    if (draft) writeFields(this.#form, draft)
    one('[data-kept]', HTMLElement).hidden = this.#drawer === null
    one('[data-not-kept]', HTMLElement).hidden = this.#drawer !== null
    for (const part of document.querySelectorAll<HTMLElement>('[data-unscripted]'))
      part.classList.add('on-paper')
    this.#reveal()
    this.#listen()
    this.#follow(true)
  }

  #listen(): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#submit()
    })
    this.#form.addEventListener('input', () => this.#changed())
    one('[data-clear]', HTMLButtonElement).addEventListener('click', () => this.#clear())
    offerDays(this.#form)
    addEventListener('hashchange', () => this.#follow())
    offerWays((way, isDone) => {
      this.#taken = way
      if (isDone) this.#go('#end')
    })
  }

  get #asking(): Asking {
    const { pattern = '', example = '', zone = 'UTC' } = this.#form.dataset
    return { shape: { pattern, example }, today: dayIn(new Date(), zone) }
  }

  #check(): Checked {
    return check(readFields(this.#form), this.#asking, this.#asked)
  }

  #reveal(): void {
    askFor(this.#form, readFields(this.#form), this.#asking.shape)
  }

  #changed(): void {
    this.#status.textContent = ''
    this.#reveal()
    keepDraft(this.#drawer, readFields(this.#form))
  }

  #submit(): void {
    this.#status.textContent = ''
    const found = this.#check()
    if ('answers' in found) {
      clearFaults(this.#form, this.#summary)
      this.#go('#review')
      return
    }
    showFaults(this.#form, this.#summary, found.faults)
    document.title = `Error: ${this.#title}`
    for (const { question } of found.faults) if (question !== null) this.#asked.add(question)
  }

  #go(hash: string): void {
    if (location.hash === hash) this.#follow()
    else location.hash = hash
  }

  /** Shows what the address asks for; a page that has just been opened keeps its focus. */
  #follow(isOpening = false): void {
    const place = placeAt(location.hash)
    if (place === null) return
    const found = this.#check()
    const answers = 'answers' in found ? found.answers : null
    const stage = stageFor(place.stage, answers !== null, this.#taken !== null)
    if (stage !== place.stage)
      history.replaceState(null, '', stage === 'questions' ? location.pathname : `#${stage}`)
    this.#show(stage, answers)
    if (place.field) this.#focus(place.field)
    else if (!isOpening || stage !== 'questions') attend(headingOf(stage))
  }

  #show(stage: Stage, answers: Answers | null): void {
    const { to = '' } = this.#form.dataset
    if (answers) prepare(document, answers, { to, device: navigator as Device, today: this.#asking.today })
    for (const part of document.querySelectorAll<HTMLElement>('[data-taken]'))
      part.hidden = part.dataset.taken !== this.#taken
    show(stage)
    document.title = stage === 'questions' ? this.#title : `${headingOf(stage).textContent} – ${this.#title}`
  }

  #focus(name: FieldName): void {
    const control = controlOf(this.#form, name)
    if (control === null) return
    uncover(control)
    control.focus()
  }

  #clear(): void {
    writeFields(this.#form, nothingFilled)
    clearDraft(this.#drawer)
    clearFaults(this.#form, this.#summary)
    forget(document)
    this.#asked.clear()
    this.#taken = null
    this.#reveal()
    history.replaceState(null, '', location.pathname)
    this.#show('questions', null)
    attend(headingOf('questions'))
    this.#status.textContent = 'Your answers are cleared.'
  }
}
