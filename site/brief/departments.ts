/** The departments that have a page of their own. */
import type { MeasureFile } from '../../data/contract.ts'
import { withDigest } from '../digest.ts'
import { slugOf } from '../words/slug.ts'

export type Department = { key: string; label: string; slug: string }

const mostLetters = 60

/** An address of its own for each: that of its name, and where that is not its alone, or too long, with letters that tell it by its key. */
const addressed = (named: readonly { key: string; label: string }[]): Department[] => {
  const slugs = named.map(({ label }) => slugOf(label))
  return named.map(({ key, label }, place) => {
    const slug = slugs[place] ?? ''
    const isItsAlone = slugs.filter((other) => other === slug).length === 1
    const isPlain = slug !== '' && isItsAlone && slug.length <= mostLetters
    return { key, label, slug: isPlain ? slug : withDigest(slug, key, mostLetters) }
  })
}

/** Departments that escalations or tickets name, by their names, with an address of their own each. */
export const departmentsOf = (measures: ReadonlyMap<string, MeasureFile>): Department[] => {
  const rows = [...measures.values()]
    .flatMap(({ breakdowns }) => breakdowns)
    .filter(({ by }) => by === 'department')
    .flatMap((breakdown) => breakdown.rows)
  const named = new Map(rows.filter(({ key }) => key !== '').map(({ key, label }) => [key, label]))
  const sorted = [...named].sort(([, a], [, b]) => a.localeCompare(b))
  return addressed(sorted.map(([key, label]) => ({ key, label })))
}
