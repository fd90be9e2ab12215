import type { AppliedCorrection } from '../../data/contract.ts'
import type { Database } from '../db/database.ts'

const statement = new URL('corrections.sql', import.meta.url)

/** What became of each correction, by line; one that found no item or column is a warning. Reads the facts. */
export async function appliedCorrections(
  database: Database,
  asOf: string,
): Promise<{ readonly corrections: readonly AppliedCorrection[]; readonly warnings: readonly string[] }> {
  type Found = Omit<AppliedCorrection, 'is_applied'> & { readonly problem: string | null }
  const found = await database.rowsOf<Found & Readonly<Record<string, unknown>>>(statement, {
    as_of: asOf,
  })
  return {
    corrections: found.map(({ line, item, field, reason, problem }) => ({
      line,
      item,
      field,
      reason,
      is_applied: problem === null,
    })),
    warnings: found.flatMap(({ line, problem }) =>
      problem === null ? [] : [`corrections.csv:${line}: ${problem}. Mend the line, or take it out`],
    ),
  }
}
