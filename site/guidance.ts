/** The institution's pages of guidance, and where each stands. */
import type { Manifest } from '../data/contract.ts'
import { release } from './release.ts'

export type GuidancePage = Manifest['pages'][number]

/** Pages that stand on another page than the first, by its address. */
const elsewhere: Readonly<Record<string, string>> = {
  template: '/escalate/',
  'no-reply': '/escalate/',
  flowchart: '/flowchart/',
  accessibility: '/accessibility/',
  privacy: '/privacy/',
}

/** The page of this id, where the institution has one. */
export const guidance = (id: string): GuidancePage | null =>
  release().manifest.pages.find((page) => page.id === id) ?? null

/** Those that stand on the first page, in their order. */
export const firstPageGuidance = (): GuidancePage[] =>
  release()
    .manifest.pages.filter(({ id }) => !Object.hasOwn(elsewhere, id))
    .toSorted((a, b) => a.order - b.order)
