import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Effects } from '../effects.ts'
import { assertSecretOfErased } from './erased.ts'

async function standingSecret(installation: string, environment: NodeJS.ProcessEnv): Promise<Buffer | null> {
  const given = environment.ESCALATION_TRENDS_SECRET
  if (given) return Buffer.from(given)
  return readFile(join(installation, '.key')).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

/**
 * The installation's secret: ESCALATION_TRENDS_SECRET, else its own .key, made when it is first needed. Throws
 * `ConfigError` where persons were erased under another one.
 */
export async function readSecret(
  installation: string,
  environment: NodeJS.ProcessEnv,
  effects: Effects,
): Promise<Buffer> {
  const standing = await standingSecret(installation, environment)
  await assertSecretOfErased(installation, standing)
  if (standing) return standing
  const path = join(installation, '.key')
  const fresh = Buffer.from(randomBytes(32).toString('hex'))
  await effects.disk.write(`${path}.new`, fresh, 0o600)
  await effects.disk.move(`${path}.new`, path)
  return fresh
}
