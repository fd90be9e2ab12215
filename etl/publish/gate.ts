import type { z } from 'zod'

/** Thrown where something is about to be published that the contract does not allow. */
export class GateError extends Error {}

/** The JSON of `content`, checked against its schema once more as it will stand: what is not allowed is not published. */
export function passGate(name: string, schema: z.ZodType, content: unknown): string {
  const text = `${JSON.stringify(content, null, 1)}\n`
  const checked = schema.safeParse(JSON.parse(text))
  if (!checked.success) {
    const faults = checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new GateError(`${name} is not as the contract allows: ${faults.slice(0, 5).join('; ')}`)
  }
  return text
}
