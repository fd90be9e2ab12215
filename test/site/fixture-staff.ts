/** The figures that everybody may see, made by hand. */
import type { StaffFile } from '../../data/contract.ts'

export const noFigures = (asOf: string): StaffFile => ({
  as_of: asOf,
  known_until: asOf,
  threshold: 5,
  promises: [],
  tables: [],
  times: [],
  changes: [],
})

export const staff = (asOf: string): StaffFile => noFigures(asOf)
