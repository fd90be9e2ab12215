/** The rows of breakdowns as links to the same page of that row alone. */
import { filterHref } from './query.ts'
import type { Choices, FilterState } from './state.ts'
import { valueNamed } from './state.ts'

type Row = { link: HTMLAnchorElement; dimension: string; value: string | null }

const rowOf = (head: HTMLElement, { dimensions }: Choices): Row[] => {
  const { dimension = '', value: name = '' } = head.dataset
  const values = dimensions.find(({ id }) => id === dimension)?.values ?? []
  const value = name === '' ? (values.includes(null) ? null : undefined) : valueNamed(values, name)
  if (value === undefined || head.querySelector('a') !== null) return []
  const link = document.createElement('a')
  link.append(...head.childNodes)
  head.append(link)
  return [{ link, dimension, value }]
}

/** Makes them links; returns what leads them on from a state. */
export const linkRows = (
  root: ParentNode,
  choices: Choices,
): ((search: string, state: FilterState) => void) => {
  const heads = [...root.querySelectorAll<HTMLElement>('th[data-dimension][data-value]')]
  const rows = heads.flatMap((head) => rowOf(head, choices))
  return (search, state) => {
    for (const { link, dimension, value } of rows) {
      link.href = `${location.pathname}${filterHref(search, state, dimension, value)}`
    }
  }
}
