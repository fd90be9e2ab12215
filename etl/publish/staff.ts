import type { MeasureFile, StaffFile } from '../../data/contract.ts'
import type { Changes } from '../config/changes.ts'
import type { Promised } from '../config/words.ts'

export interface StaffParts {
  readonly asOf: string
  readonly knownUntil: string
  readonly threshold: number
  readonly promises: readonly Promised[]
  readonly changes: Changes
  readonly measures: readonly MeasureFile[]
}

/** What everybody may see of the figures. */
export function staffFileOf({ asOf, knownUntil, threshold }: StaffParts): StaffFile {
  return { as_of: asOf, known_until: knownUntil, threshold, promises: [], tables: [], times: [], changes: [] }
}
