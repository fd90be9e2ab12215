import { columnMeanings } from '../../data/shared/meanings.ts'
import type { CanonicalColumn } from '../formats/canonical.ts'

/** What each canonical column says, in a few words. */
export const meanings: Readonly<Record<CanonicalColumn, string>> = columnMeanings
