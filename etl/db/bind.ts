import { type DuckDBType, type DuckDBValue, LIST, listValue, VARCHAR } from '@duckdb/node-api'

/** What a statement may be given: bound, never written into its text. */
export type Bound = string | number | boolean | null | readonly string[]
export type Bindings = Readonly<Record<string, Bound>>

/** The parameters that `sql` names, out of all that are on offer. */
export function bind(
  sql: string,
  bindings: Bindings,
): { values: Record<string, DuckDBValue>; types: Record<string, DuckDBType> } {
  const values: Record<string, DuckDBValue> = {}
  const types: Record<string, DuckDBType> = {}
  for (const [, name] of sql.replace(/--.*$/gm, '').matchAll(/\$([a-z_0-9]+)/g)) {
    if (name === undefined) continue
    const value = bindings[name]
    if (value === undefined) throw new Error(`no value is given for $${name}`)
    values[name] = typeof value === 'object' && value !== null ? listValue([...value]) : value
    if (Array.isArray(value)) types[name] = LIST(VARCHAR)
    else if (typeof value === 'string' || value === null) types[name] = VARCHAR
  }
  return { values, types }
}
