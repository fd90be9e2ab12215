import { type NumbersSeen, orderRefusal, twoNumbers, undatedColumns } from '../../data/shared/date-order.ts'
import type { Source } from '../config/settings.ts'
import type { Database } from '../db/database.ts'

async function numbersOf(columns: readonly string[], database: Database): Promise<NumbersSeen> {
  const cells = columns
    .map(
      (column) =>
        `select record, "${column}" as cell from landing where regexp_matches("${column}", $pattern)`,
    )
    .join(' union all ')
  const [seen] = await database.all<NumbersSeen & Record<string, unknown>>(
    `select count(*)::integer as dates, max(regexp_extract(cell, $pattern, 1)::integer) as first,
       max(regexp_extract(cell, $pattern, 2)::integer) as second, min(record)::integer as record from (${cells})`,
    { pattern: twoNumbers },
  )
  return seen ?? { dates: 0, first: null, second: null, record: null }
}

/**
 * Refuses the landed file shown by the view `landing` where nobody said which comes first in its dates, the day or the
 * month, and the file does not show it either.
 */
export async function refuseAmbiguousDates(
  columns: readonly string[],
  source: Source,
  database: Database,
): Promise<void> {
  const asked = undatedColumns(columns, source)
  if (asked.length === 0) return
  const refusal = orderRefusal(await numbersOf(asked, database), source)
  if (refusal) throw refusal
}
