/** Filters at work on a page. Fetched when one is first used: what a page loads at first does without. */
import '../charts/draw.ts'
import { formOf } from './form.ts'
import { type FetchJson, loaderOf } from './load.ts'
import type { Later } from './numbers.ts'
import { pageOf } from './page.ts'
import type { FilterSpec } from './spec.ts'
import { type Filters, filtersOf } from './start.ts'
import type { FilterState } from './state.ts'

const fetchJson: FetchJson = async (address) => {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  return answer.json()
}

/** Not every browser tells when there is time. */
const later: Later = (work) => {
  if ('requestIdleCallback' in window) requestIdleCallback(work)
  else setTimeout(work, 100)
}

/** The filters of this page, led by a form. Charts are started before: they are drawn anew by what is shown. */
export const filtersAt = (
  form: HTMLFormElement,
  spec: FilterSpec,
  shown: (state: FilterState) => void,
): Filters =>
  filtersOf(spec, {
    form: formOf(form),
    page: pageOf(document, spec, later),
    load: loaderOf(spec.cells, fetchJson),
    search: () => location.search,
    push: (search) => history.pushState(null, '', `${location.pathname}${search}${location.hash}`),
    shown,
  })
