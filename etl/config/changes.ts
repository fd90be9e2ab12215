import { join } from 'node:path'
import { z } from 'zod'
import { day } from '../../data/contract.ts'
import { ConfigError, faultLine } from './errors.ts'
import { canonicalColumn } from './schema.ts'
import { type FaultAt, shapeFaults } from './shape.ts'
import { readYaml } from './yaml-file.ts'

const text = z.string().trim().min(1)

const changeSchema = z.strictObject({
  date: day,
  title: text,
  kind: z.enum(['improvement', 'incident', 'policy']),
  /** Which items it should show in, by canonical column; empty: all. */
  affects: z.partialRecord(canonicalColumn, text).default({}),
  /** The measures whose charts have their limits drawn anew from that day. */
  rebase: z.array(text).default([]),
})

const actionSchema = z.strictObject({
  decided_on: day,
  title: text,
  promise: text,
  expected: text,
  review_on: day,
})

export type Change = z.infer<typeof changeSchema>
export type Action = z.infer<typeof actionSchema>

/** What was changed and what was decided. A faulty entry is left out and named in `warnings`. */
export interface Changes {
  readonly changes: readonly Change[]
  readonly actions: readonly Action[]
  readonly warnings: readonly string[]
}

const name = 'changes.yaml'
const sections = ['changes', 'actions']

function readSection<T extends z.ZodType>(
  schema: T,
  fault: FaultAt,
  section: string,
  value: unknown,
): { readonly kept: z.infer<T>[]; readonly warnings: string[] } {
  if (value === undefined || value === null) return { kept: [], warnings: [] }
  const at: FaultAt = (path, problem) => fault([section, ...path], problem)
  if (!Array.isArray(value)) return { kept: [], warnings: [faultLine(at([], 'must be a list; left out'))] }
  const parsed = value.map((entry) => ({ entry, ...schema.safeParse(entry) }))
  return {
    kept: parsed.flatMap(({ success, data }) => (success ? [data] : [])),
    warnings: parsed.flatMap(({ entry, error }, index) =>
      shapeFaults((path, problem) => at([index, ...path], problem), schema, error?.issues ?? [], entry).map(
        (found) => `${faultLine(found).replace(/\.?$/, '.')} This entry is left out.`,
      ),
    ),
  }
}

/** Reads changes.yaml of the installation in `dir`. It never fails: a fault is a warning, not a lost night. */
export async function loadChanges(dir: string): Promise<Changes> {
  const none = (warnings: readonly string[]): Changes => ({ changes: [], actions: [], warnings })
  try {
    const file = await readYaml(join(dir, name), name)
    if (file === null || file.data === null) return none([])
    if (typeof file.data !== 'object' || Array.isArray(file.data)) {
      return none([`${name}: not read. Write changes: and actions:, each with a list below it`])
    }
    const data = file.data as Record<string, unknown>
    const changes = readSection(changeSchema, file.fault, 'changes', data.changes)
    const actions = readSection(actionSchema, file.fault, 'actions', data.actions)
    const unknown = Object.keys(data)
      .filter((key) => !sections.includes(key))
      .map((key) => faultLine(file.fault([key], `unknown. Known here: ${sections.join(', ')}`)))
    return {
      changes: changes.kept.sort((a, b) => a.date.localeCompare(b.date)),
      actions: actions.kept.sort((a, b) => a.decided_on.localeCompare(b.decided_on)),
      warnings: [...changes.warnings, ...actions.warnings, ...unknown],
    }
  } catch (error) {
    if (error instanceof ConfigError) return none([`${error.message} Nothing of it is read.`])
    throw error
  }
}
