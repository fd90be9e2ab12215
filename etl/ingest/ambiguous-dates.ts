import type { Source } from '../config/settings.ts'
import type { Database } from '../db/database.ts'
import { isTimeColumn } from '../formats/canonical.ts'
import { Refusal } from './refusal.ts'

const eitherOrder = /^%-?[dm][/.-]%-?[dm]/

interface Told {
  /** Dates with two numbers before the year, and the largest that stands first and second in any of them. */
  readonly dates: number
  readonly first: number | null
  readonly second: number | null
  readonly example: string | null
}

/** The date columns whose formats the source leaves to the defaults of its export format. */
function unsaid(columns: readonly string[], source: Source): string[] {
  if (source.isDayFirst !== null || !source.dates.some((format) => eitherOrder.test(format))) return []
  const times = columns.filter((column) => isTimeColumn(column as Parameters<typeof isTimeColumn>[0]))
  return times.filter((column) => !(column in source.columnDates))
}

async function numbersOf(columns: readonly string[], database: Database): Promise<Told> {
  const cells = columns
    .map((column) => `select "${column}" as cell from landing where regexp_matches("${column}", $pattern)`)
    .join(' union all ')
  const [told] = await database.all<Told & Record<string, unknown>>(
    `select count(*)::integer as dates, max(regexp_extract(cell, $pattern, 1)::integer) as first,
       max(regexp_extract(cell, $pattern, 2)::integer) as second, min(regexp_extract(cell, $pattern)) as example from (${cells})`,
    { pattern: String.raw`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b` },
  )
  return told ?? { dates: 0, first: null, second: null, example: null }
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
  const asked = unsaid(columns, source)
  if (asked.length === 0) return
  const { dates, first, second, example } = await numbersOf(asked, database)
  if (dates === 0) return
  const [dayFirst, monthFirst] = [(second ?? 0) <= 12, (first ?? 0) <= 12]
  const isDefaultDayFirst = source.dates.some((format) => /^%-?d[/.-]%-?m/.test(format))
  if (dayFirst && monthFirst) {
    throw new Refusal(
      'ambiguous_dates',
      `its dates can be read with the day first or the month first (such as ${example}), and nothing says which: write day_first: true or day_first: false at source "${source.name}"`,
    )
  }
  if (dayFirst !== monthFirst && dayFirst !== isDefaultDayFirst) {
    throw new Refusal(
      'ambiguous_dates',
      `its dates have the ${dayFirst ? 'day' : 'month'} first, and this format usually has the other order: write day_first: ${dayFirst} at source "${source.name}"`,
    )
  }
}
