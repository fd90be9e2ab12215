import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Effects } from '../effects.ts'

/** The installation's secret: ESCALATION_TRENDS_SECRET, else its own .key, made when it is first needed. */
export async function readSecret(
  installation: string,
  environment: NodeJS.ProcessEnv,
  effects: Effects,
): Promise<Buffer> {
  const given = environment.ESCALATION_TRENDS_SECRET
  if (given) return Buffer.from(given)
  const path = join(installation, '.key')
  const standing = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (standing) return standing
  const fresh = Buffer.from(randomBytes(32).toString('hex'))
  await effects.disk.write(`${path}.new`, fresh, 0o600)
  await effects.disk.move(`${path}.new`, path)
  return fresh
}
