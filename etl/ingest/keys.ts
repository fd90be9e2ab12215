import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigError } from '../config/errors.ts'
import { type Effects, replace } from '../effects.ts'
import { assertSecretOfErased } from './erased.ts'

/** Bytes of the shortest secret that serves: a shorter one can be found by trying. */
export const leastSecretBytes = 16

const variable = 'ESCALATION_TRENDS_SECRET'

async function standingSecret(installation: string, environment: NodeJS.ProcessEnv): Promise<Buffer | null> {
  const given = environment[variable]
  if (given) return Buffer.from(given)
  return readFile(join(installation, '.key')).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

/** Throws `ConfigError` where names could be found by trying secrets. */
function assertLong(secret: Buffer, isGiven: boolean): void {
  if (secret.length >= leastSecretBytes) return
  const problem = `the secret has ${secret.length} bytes, by which names could be found by trying: set one of 32 random bytes (openssl rand -hex 32)`
  throw new ConfigError([{ file: isGiven ? variable : '.key', line: null, path: '', problem }])
}

/**
 * The installation's secret: ESCALATION_TRENDS_SECRET, else its own .key, made when it is first needed. Throws
 * `ConfigError` where persons were erased under another one, or it has less than 16 bytes.
 */
export async function readSecret(
  installation: string,
  environment: NodeJS.ProcessEnv,
  effects: Effects,
): Promise<Buffer> {
  const standing = await standingSecret(installation, environment)
  await assertSecretOfErased(installation, standing)
  if (standing !== null) {
    assertLong(standing, Boolean(environment[variable]))
    return standing
  }
  const path = join(installation, '.key')
  const fresh = Buffer.from(randomBytes(32).toString('hex'))
  await replace(effects.disk, path, fresh, 0o600)
  return fresh
}
