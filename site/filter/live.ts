/** The script of a page with filters: waits for the first use of one. */
import { hasOurs } from './query.ts'
import { linkRows } from './rows.ts'
import type { FilterSpec } from './spec.ts'
import type { Filters } from './start.ts'
import { failed, nothingAsked } from './state.ts'

const start = (form: HTMLFormElement, island: Element): void => {
  const spec = JSON.parse(island.textContent) as FilterSpec
  const leadRows = linkRows(document, spec)
  let ready: Promise<Filters> | undefined

  const load = async (): Promise<Filters> => {
    const { filtersAt } = await import('./work.ts')
    return filtersAt(form, spec, (state) => {
      leadRows(location.search, state)
      document.dispatchEvent(new Event('filtershown'))
    })
  }
  const giveUp = (): void => {
    ready = undefined
    form.reset()
    const status = form.querySelector('[role="status"]')
    if (status !== null) status.textContent = failed
  }
  let waiting = 0
  const use = async (how: (filters: Filters) => Promise<void>): Promise<void> => {
    waiting += 1
    form.dataset.busy = ''
    ready ??= load()
    const filters = await ready.catch(giveUp)
    if (filters !== undefined) await how(filters)
    waiting -= 1
    if (waiting === 0) delete form.dataset.busy
  }

  form.addEventListener('focusin', () => {
    ready ??= load()
    ready.catch(() => {
      ready = undefined
    })
  })
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return
    // the field may be set anew before this choice has its turn
    const { name, value } = target
    void use((filters) => filters.choose(name, value))
  })
  form.addEventListener('submit', (event) => event.preventDefault())
  form.querySelector('[data-clear]')?.addEventListener('click', () => void use((filters) => filters.clear()))
  addEventListener('popstate', () => {
    if (ready !== undefined || hasOurs(location.search)) void use((filters) => filters.follow())
  })
  leadRows(location.search, nothingAsked)
  if (hasOurs(location.search)) void use((filters) => filters.follow())
}

const form = document.querySelector<HTMLFormElement>('form[data-filters]')
const island = document.querySelector('script[data-filter-spec]')
if (form !== null && island !== null) start(form, island)
