import type { z } from 'zod'
import { schemaOfFile } from '../../data/contract.ts'

/** Thrown where something is about to be published that the contract does not allow. */
export class GateError extends Error {}

function assertAllowed(name: string, schema: z.ZodType, content: unknown): void {
  const checked = schema.safeParse(content)
  if (checked.success) return
  const faults = checked.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new GateError(`${name} is not as the contract allows: ${faults.join('; ')}`)
}

/**
 * The JSON of `content`, checked once more as it will stand: by the schema that the contract lists for a file of this name,
 * and by `schema`, which may ask for more. What is not allowed is not published, and no file that is not listed.
 */
export function passGate(name: string, schema: z.ZodType, content: unknown): string {
  const listed = schemaOfFile(name)
  if (listed === null) throw new GateError(`${name} is no file that the contract allows in a release`)
  const text = `${JSON.stringify(content, null, 1)}\n`
  const read: unknown = JSON.parse(text)
  for (const each of new Set([listed, schema])) assertAllowed(name, each, read)
  return text
}
