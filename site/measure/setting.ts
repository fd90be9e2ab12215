/** What a page of a measure knows besides its figures. */
import type { ItemKind, Manifest, MeasureFile } from '../../data/contract.ts'
import { asKnown } from '../sentences/freshness.ts'

/** Small enough to travel with the page. */
export type Setting = Pick<Manifest, 'changes' | 'terms'> & {
  measure: string
  /** The share that stands for the measure. */
  headline: { id: string; item_kind: ItemKind } | null
  /** "As known on Fri 20 Nov 2026, 17:00" */
  known: string
}

/** The setting of a measure in its release. */
export const settingOf = ({ id, headline, known_until }: MeasureFile, manifest: Manifest): Setting => ({
  measure: id,
  headline: headline && { id: headline.id, item_kind: headline.item_kind },
  changes: manifest.changes,
  terms: manifest.terms,
  known: asKnown(known_until, manifest),
})
