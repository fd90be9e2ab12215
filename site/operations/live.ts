/** The script of a list: limits it to what is chosen, and fetches its other pages where there are several. */
import { limitedWords, printedWords } from '../sentences/limited.ts'
import { tellFallen } from './fallen.ts'
import { type Form, formOf } from './form.ts'
import { limitTo, rowsIn } from './limit.ts'
import { loadRest } from './load-rest.ts'
import { sortBy } from './order.ts'
import { hasOurs, readState, type State, writeState } from './state.ts'

const headPrint = (words: string): void => {
  for (const head of document.querySelectorAll('[data-print-head]')) head.textContent = words
}

const show = (form: Form, state: State, words: readonly string[]): void => {
  form.set(state)
  const shown = limitTo(document, state)
  const all = rowsIn(document).length
  const limits = form.limits()
  const isLimited = limits.length > 0
  form.say([...words, ...(isLimited ? [limitedWords(shown, all, form.items, limits)] : [])])
  headPrint(isLimited ? printedWords(shown, all, form.items, limits) : '')
  tellFallen(document, Date.now())
}

const follow = (form: Form): void => {
  const { state, words } = readState(location.search, form.choices)
  show(form, state, words)
}

const choose = (form: Form, state: State): void => {
  const query = writeState(location.search, state)
  if (query !== location.search) history.pushState(null, '', `${location.pathname}${query}${location.hash}`)
  show(form, state, [])
}

const loadAll = async (element: HTMLFormElement, form: Form): Promise<boolean> => {
  element.dataset.busy = ''
  const isWhole = await loadRest(document)
  delete element.dataset.busy
  if (isWhole) form.offer()
  else form.say(['The other pages could not be fetched. Try again later.'])
  return isWhole
}

const start = (element: HTMLFormElement): void => {
  const form = formOf(element)
  const load = element.querySelector('[data-load-all] button')
  let isWhole = load === null
  const use = async (then: () => void): Promise<void> => {
    isWhole ||= await loadAll(element, form)
    if (isWhole) then()
  }
  load?.addEventListener('click', () => void use(() => form.focus()))
  element.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement && target.matches('[data-sort]')) sortBy(document, target.value)
    else choose(form, form.chosen())
  })
  element.addEventListener('submit', (event) => event.preventDefault())
  element.querySelector('[data-clear]')?.addEventListener('click', () => {
    choose(form, {})
    form.focus()
  })
  addEventListener('popstate', () => void use(() => follow(form)))
  if (hasOurs(location.search)) void use(() => follow(form))
}

/** A count leads to those that it counts. */
const leadTo = (count: HTMLElement): void => {
  const link = document.createElement('a')
  link.href = `${writeState(location.search, { lack: count.dataset.lackCount ?? '' })}#open`
  link.append(...count.childNodes)
  count.append(link)
}

const element = document.querySelector<HTMLFormElement>('form[data-waiting-filters]')
if (element !== null) {
  document.querySelectorAll<HTMLElement>('[data-lack-count]').forEach(leadTo)
  start(element)
}
