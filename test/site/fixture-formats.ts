/** How the sources of the fixtures are read, for the export check. */
import type { FormatsFile } from '../../data/contract.ts'

export const formats: FormatsFile = { sources: [], formats: [] }
