import type { Night } from './night.ts'
import { changedNights, hinderedNights } from './nights-after-the-change.ts'
import { firstNights, missingNights, shapedNights } from './nights-to-the-change.ts'
import type { Truth } from './truth.ts'

/** Thirty nights over the world of a truth. */
export const thirtyNights = (truth: Truth): Night[] => [
  ...firstNights(truth),
  ...shapedNights(truth),
  ...missingNights(truth),
  ...hinderedNights(truth),
  ...changedNights(truth),
]
