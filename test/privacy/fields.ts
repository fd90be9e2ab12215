/** Walks the schemas of the contract and says what they leave open: objects, keys and texts that anything fits. */
import type { z } from 'zod'

/** Something that a schema leaves open, and the path to it. */
export interface Open {
  readonly path: string
  readonly what: 'free text' | 'free key' | 'loose object' | 'anything'
}

/** What no name, code or date that the contract allows may look like. */
const probes = [
  'Jane Smith',
  'Smith',
  'jane.smith@example.org',
  '07700 900123',
  'Rang twice, no answer.',
  'Zürich',
]

interface Def {
  readonly type: string
  readonly [name: string]: unknown
}
type Schema = { readonly _zod: { readonly def: Def } }

/** Types that hold numbers, answers or words of a closed list. */
const closed: ReadonlySet<string> = new Set([
  'number',
  'int',
  'boolean',
  'null',
  'undefined',
  'never',
  'literal',
  'enum',
  'bigint',
])
/** Types around another. */
const wrappers: ReadonlySet<string> = new Set([
  'optional',
  'nullable',
  'default',
  'prefault',
  'readonly',
  'nonoptional',
  'catch',
])

const children = (value: unknown): Schema[] => (Array.isArray(value) ? value : [value]) as Schema[]

/** The regular expressions that a text has to fit. */
function patternsOf(def: Def): RegExp[] {
  const checks = (def.checks ?? []) as { _zod: { def: Record<string, unknown> } }[]
  return [def.pattern, ...checks.map((check) => check._zod.def.pattern)].filter(
    (pattern): pattern is RegExp => pattern instanceof RegExp,
  )
}

const isFree = (def: Def): boolean =>
  probes.some((probe) =>
    patternsOf(def).every((pattern) =>
      new RegExp(pattern.source, pattern.flags.replace('g', '')).test(probe),
    ),
  )

function keysOpen(key: Schema, path: string): Open[] {
  const { def } = key._zod
  if (def.type === 'string') return isFree(def) ? [{ path, what: 'free key' }] : []
  return closed.has(def.type) ? [] : [{ path, what: 'free key' }]
}

function objectOpen(def: Def, path: string): Open[] {
  const catchall = (def.catchall as Schema | undefined)?._zod.def.type
  const shape = def.shape as Record<string, Schema>
  return [
    ...(catchall === 'never' ? [] : [{ path, what: 'loose object' as const }]),
    ...Object.entries(shape).flatMap(([key, child]) => openIn(child, `${path}.${key}`)),
  ]
}

/** Everything that a schema leaves open. */
export function openIn(schema: z.ZodType | Schema, path: string): Open[] {
  const { def } = (schema as Schema)._zod
  if (closed.has(def.type)) return []
  if (wrappers.has(def.type)) return openIn(def.innerType as Schema, path)
  if (def.type === 'string') return isFree(def) ? [{ path, what: 'free text' }] : []
  if (def.type === 'array') return openIn(def.element as Schema, `${path}[]`)
  if (def.type === 'union') return children(def.options).flatMap((option) => openIn(option, path))
  if (def.type === 'tuple' && def.rest === null)
    return children(def.items).flatMap((item, index) => openIn(item, `${path}[${index}]`))
  if (def.type === 'record')
    return [...keysOpen(def.keyType as Schema, path), ...openIn(def.valueType as Schema, `${path}.*`)]
  if (def.type === 'object') return objectOpen(def, path)
  return [{ path, what: 'anything' }]
}
