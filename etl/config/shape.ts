import type { z } from 'zod'
import { didYouMean } from '../../data/shared/near.ts'
import { ConfigError, type Fault } from './errors.ts'

export type Path = readonly PropertyKey[]
type Issue = z.core.$ZodIssue
interface Definition {
  type: string
  innerType?: Node
  in?: Node
  element?: Node
  valueType?: Node
  keyType?: Node
  shape?: Record<string, Node>
  entries?: Record<string, string>
}
interface Node {
  _zod: { def: Definition }
}

const wrappers = new Set(['default', 'prefault', 'optional', 'nullable', 'pipe'])

function unwrap(node: Node | undefined): Definition | undefined {
  const definition = node?._zod.def
  return definition && wrappers.has(definition.type)
    ? unwrap(definition.innerType ?? definition.in)
    : definition
}

/** The settings that may stand at a path, by the schema. */
function knownKeys(schema: z.ZodType, path: Path): string[] {
  const at = path.reduce<Node | undefined>((node, step) => {
    const definition = unwrap(node)
    return definition?.shape?.[String(step)] ?? definition?.element ?? definition?.valueType
  }, schema)
  const definition = unwrap(at)
  return Object.keys(definition?.shape ?? unwrap(definition?.keyType)?.entries ?? {})
}

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'settings below it',
  record: 'settings below it',
}

/** What stands at a path of settings; undefined where nothing does. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | null | undefined)?.[step],
    data,
  )
}

function wrongType(expected: string, value: unknown): string {
  if (value === undefined || value === null) return `missing. Write ${kinds[expected] ?? expected}`
  const quoted = expected === 'string' && typeof value !== 'object' ? `. Put it in quotes: "${value}"` : ''
  const found = Array.isArray(value) ? kinds.array : (kinds[typeof value] ?? typeof value)
  return `must be ${kinds[expected] ?? expected}, found ${found}${quoted}`
}

const quoted = (words: readonly unknown[]): string => words.map((word) => `"${word}"`).join(', ')

function problem(issue: Issue, value: unknown): string {
  if (issue.code === 'invalid_type') return wrongType(issue.expected, value)
  if (value === undefined || value === null) return `missing. ${issue.message}`
  if (issue.code === 'invalid_value') {
    const meant = didYouMean(String(value), issue.values.map(String))
    return `"${value}" is not one of ${quoted(issue.values)}.${meant}`
  }
  if (issue.code === 'too_small') {
    if (issue.origin === 'array' && Number(issue.minimum) > 1)
      return `has too few entries: write at least ${issue.minimum}`
    return issue.origin === 'string' || issue.origin === 'array'
      ? 'empty'
      : `${value} is too small: ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`
  }
  if (issue.code === 'too_big' && issue.origin === 'string')
    return `has ${String(value).length} characters: at most ${issue.maximum}`
  if (issue.code === 'too_big') return `${value} is too large: at most ${issue.maximum}`
  if (issue.code === 'invalid_format') return `${JSON.stringify(value)} cannot be read: ${formatHint(issue)}`
  return issue.message
}

function formatHint(issue: Extract<Issue, { code: 'invalid_format' }>): string {
  if (issue.format === 'date') return 'write a day of the calendar as 2026-11-30'
  if (issue.format === 'email') return 'write an e-mail address'
  if (issue.format === 'url') return 'write an address that begins with https://'
  return issue.message
}

/** Makes a fault of the setting at a path below the checked value. */
export type FaultAt = (path: Path, problem: string) => Fault

function unknownKeys(fault: FaultAt, schema: z.ZodType, path: Path, keys: readonly string[]): Fault[] {
  const known = knownKeys(schema, path)
  return keys.map((key) => {
    const meant = didYouMean(key, known)
    const hint = meant === '' && known.length > 0 ? ` Known here: ${known.join(', ')}` : meant
    return fault([...path, key], `unknown setting "${key}".${hint}`)
  })
}

/** What zod found wrong with `data`, in words and with lines. */
export function shapeFaults(
  fault: FaultAt,
  schema: z.ZodType,
  issues: readonly Issue[],
  data: unknown,
): Fault[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? unknownKeys(fault, schema, issue.path, issue.keys)
      : [fault(issue.path, problem(issue, valueAt(data, issue.path)))],
  )
}

/**
 * `data` by its schema.
 * @throws ConfigError with everything that is wrong with it, by line
 */
export function checked<T extends z.ZodType>(schema: T, data: unknown, fault: FaultAt): z.infer<T> {
  const parsed = schema.safeParse(data)
  if (!parsed.success) throw new ConfigError(shapeFaults(fault, schema, parsed.error.issues, data))
  return parsed.data
}
