/** What is printed above and around every brief. */
import type { Manifest } from '../../data/contract.ts'
import { asKnown, late, notices } from '../sentences/freshness.ts'

/** Whose brief it is, and as known when. */
export const whoseWords = (manifest: Manifest): string =>
  `${manifest.institution.department}, ${manifest.institution.name}. ${asKnown(manifest.known_until, manifest)}.`

/** All that may be printed above it: that an update has not come is said once it has not. */
export const noticesAbove = (manifest: Manifest): string[] => [
  late(manifest),
  ...notices(manifest, true).map(({ text }) => text),
]
