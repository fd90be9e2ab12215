import { release, staffFigures } from '../release.ts'
import type { Everybody } from './told.ts'

/** What the pages of this build show: rounded figures, and of the release nothing but words. */
export const everybody = (): Everybody => {
  const { manifest, measures } = release()
  return { staff: staffFigures(), manifest, measures }
}
