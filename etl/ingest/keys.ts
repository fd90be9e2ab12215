import { createHmac, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Effects } from '../effects.ts'

/** Turns a person's name or address into a key: the same for the same person, and nothing without the secret. */
export type Keyed = (person: string) => string

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

/** Case and blanks do not tell people apart. */
export const foldPerson = (person: string): string => person.trim().replace(/\s+/g, ' ').toLowerCase()

/** HMAC-SHA-256 of the folded name, its first 16 bytes in hex. */
export function keyedBy(secret: Buffer): Keyed {
  const known = new Map<string, string>()
  return (person) => {
    const folded = foldPerson(person)
    let key = known.get(folded)
    if (key === undefined) {
      key = createHmac('sha256', secret).update(folded).digest('hex').slice(0, 32)
      known.set(folded, key)
    }
    return key
  }
}
