import type { StaffTable } from '../../../data/contract.ts'
import { roughCount } from './rounding.ts'
import { type Part, roughShareOf } from './share.ts'

/** A value with its items, and of how many of them each column's share is; null where that cannot be told. */
export interface TrueRow {
  readonly label: string
  readonly n: number
  readonly parts: readonly (Part | null)[]
}

type RoughRow = StaffTable['rows'][number]

const itemsOf = (rows: readonly TrueRow[]): number => rows.reduce((sum, { n }) => sum + n, 0)
const byLabel = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
const smallestFirst = (a: TrueRow, b: TrueRow): number => a.n - b.n || byLabel(a.label, b.label)

/** Of several values together; null where it cannot be told of one of them. */
const partOfAll = (parts: readonly (Part | null)[]): Part | null =>
  parts.reduce<Part | null>(
    (all, part) => (all && part ? { hits: all.hits + part.hits, n: all.n + part.n } : null),
    { hits: 0, n: 0 },
  )

const together = (rows: readonly TrueRow[]): Omit<TrueRow, 'label'> => ({
  n: itemsOf(rows),
  parts: (rows[0]?.parts ?? []).map((_, column) => partOfAll(rows.map(({ parts }) => parts[column] ?? null))),
})

/**
 * How many of the smallest rows are merged: all below the base, and more until together they reach it, until there
 * are two sizes among them, and no row as small as one of them is left. So whichever of the merged values had which of
 * their counts, the same is published: none of them can be worked out, not even from the exact total.
 */
function mergedCount(rows: readonly TrueRow[], base: number): number {
  const small = rows.filter(({ n }) => n < base).length
  const isEnough = (many: number): boolean => {
    const [first, last, next] = [rows[0]?.n, rows[many - 1]?.n, rows[many]?.n]
    return itemsOf(rows.slice(0, many)) >= base && last !== first && last !== next
  }
  if (small === 0) return 0
  for (let many = small; many < rows.length; many++) if (isEnough(many)) return many
  return rows.length
}

/**
 * The rows of a one-way table of counts and shares as everybody may see them: what is below the base is merged with
 * the next smallest until that too reaches it. Rows stand by their rounded counts, so that their order tells nothing more;
 * and there is no total, which would narrow down what its rows were rounded from. Empty where nothing can stand alone.
 */
export function roughRows(all: readonly TrueRow[], base: number): RoughRow[] {
  const rows = all.filter(({ n }) => n > 0).sort(smallestFirst)
  const merged = mergedCount(rows, base)
  const rough = ({ n, parts }: Omit<TrueRow, 'label'>, label: string | null): RoughRow[] => {
    const count = roughCount(n, base)
    const shares = parts.map((part) => (part === null ? null : roughShareOf(part, base)))
    return count === null ? [] : [{ label, count, shares }]
  }
  const alone = rows.slice(merged).flatMap((row) => rough(row, row.label))
  if (alone.length === 0) return []
  alone.sort((a, b) => b.count - a.count || byLabel(a.label ?? '', b.label ?? ''))
  return merged === 0 ? alone : [...alone, ...rough(together(rows.slice(0, merged)), null)]
}
