/** The other pages of a list: their rows are put after those that stand in this one. */
import { filled } from '../tables/table.ts'

const pageAt = async (address: string): Promise<Document> => {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  return new DOMParser().parseFromString(await answer.text(), 'text/html')
}

const tablesIn = (root: ParentNode): HTMLTableElement[] => [
  ...root.querySelectorAll<HTMLTableElement>('table[data-rows]'),
]

/** Puts the rows of all pages, in their order, into the tables of this one. */
const merge = (page: Document, pages: readonly Document[]): void => {
  for (const table of tablesIn(page)) {
    const rows = pages.flatMap((one) =>
      tablesIn(one)
        .filter(({ dataset }) => dataset.rows === table.dataset.rows)
        .flatMap(({ tBodies }) => [...(tBodies[0]?.rows ?? [])]),
    )
    table.tBodies[0]?.replaceChildren(...rows.map((row) => page.importNode(row, true)))
    table.toggleAttribute('data-sortable', rows.length > 1)
    table.dispatchEvent(new CustomEvent(filled, { bubbles: true }))
    table.closest<HTMLElement>('[data-part]')?.toggleAttribute('hidden', rows.length === 0)
  }
}

/** Makes this page the whole list. False where a page of it could not be fetched; then nothing has changed. */
export const loadRest = async (page: Document): Promise<boolean> => {
  const pagers = page.querySelectorAll<HTMLElement>('[data-pages]')
  const addresses = [...(pagers[0]?.querySelectorAll('a') ?? [])].map(({ href }) => href)
  const pages = await Promise.all(addresses.map(pageAt)).catch(() => null)
  if (pages === null) return false
  merge(page, pages)
  for (const pager of pagers) pager.hidden = true
  return true
}
