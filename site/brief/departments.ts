/** The departments that have a page of their own. */
import type { MeasureFile } from '../../data/contract.ts'

export type Department = { key: string; label: string; slug: string }

/** A name as an address: "School of Law" → `school-of-law`. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '') || 'department'

/** Slugs of names in their order: of those that are alike the second takes a number. */
const slugsOf = (names: readonly string[]): string[] => {
  const taken = new Set<string>()
  return names.map((name) => {
    const slug = slugOf(name)
    let own = slug
    for (let nth = 2; taken.has(own); nth++) own = `${slug}-${nth}`
    taken.add(own)
    return own
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
  const slugs = slugsOf(sorted.map(([, label]) => label))
  return sorted.map(([key, label], place) => ({ key, label, slug: slugs[place] ?? '' }))
}
