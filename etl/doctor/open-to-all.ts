import { realpath } from 'node:fs/promises'
import { dirname } from 'node:path'
import { targetOf, unlessMissing } from './files.ts'

const othersEnter = 0o001
const othersRead = 0o004

const has = async (path: string, bits: number): Promise<boolean> =>
  (((await targetOf(path))?.mode ?? 0) & bits) === bits

/** Whether every account of the machine can read in a folder: all above it, up to `top`, must let it through. */
export async function isOpenToAll(path: string, top = '/'): Promise<boolean> {
  const real = await unlessMissing(realpath(path), null)
  if (real === null || !(await has(real, othersRead))) return false
  for (let above = real; above !== top && above !== dirname(above); above = dirname(above))
    if (!(await has(above, othersEnter))) return false
  return true
}
