import type { z } from 'zod'
import { valueAt } from './shape.ts'

/** A part of the settings, even where other parts of it are wrong: what is wrong is left out. */
export function lenient<T extends z.ZodType>(schema: T, data: unknown): z.infer<T> | undefined {
  const parsed = schema.safeParse(data)
  if (parsed.success) return parsed.data
  const rest = structuredClone(data)
  for (const issue of parsed.error.issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.at(-1)]
    const parents = issue.code === 'unrecognized_keys' ? issue.path : issue.path.slice(0, -1)
    const parent = valueAt(rest, parents)
    if (typeof parent !== 'object' || parent === null || Array.isArray(parent)) continue
    for (const key of keys) if (key !== undefined) Reflect.deleteProperty(parent, key)
  }
  return schema.safeParse(rest).data
}
