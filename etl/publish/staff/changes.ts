import type { MeasureFile, StaffChange } from '../../../data/contract.ts'
import type { Change, Changes } from '../../config/changes.ts'

const effects: Readonly<Record<string, StaffChange['effect']>> = {
  fewer: 'fewer',
  more: 'more',
  no_clear_change: 'no_difference',
  too_early: 'too_early',
}

const subjects = ['item', 'subcategory', 'category', 'service'] as const
const isSubject = (column: string): boolean => subjects.some((subject) => subject === column)

/** What the tickets are about, in the narrowest word; null where not that alone says which they are. */
const aboutOf = ({ affects }: Change): string | null => {
  const narrowest = subjects.find((subject) => affects[subject] !== undefined)
  return narrowest === undefined || !Object.keys(affects).every(isSubject)
    ? null
    : (affects[narrowest] ?? null)
}

function effectOf({ date, title }: Change, improvements: MeasureFile | undefined): StaffChange['effect'] {
  const rows = improvements?.breakdowns.filter(({ id }) => id === 'changes').flatMap((one) => one.rows)
  const row = rows?.find(({ label, values }) => label === title && values.day === date)
  return effects[String(row?.values.verdict)] ?? 'not_measured'
}

/** What the department changed up to a local day, the newest first; an incident is nobody's change. */
export const staffChanges = (
  { changes }: Changes,
  improvements: MeasureFile | undefined,
  localDay: string,
): StaffChange[] =>
  changes
    .flatMap((change) => {
      const { date, title, kind } = change
      if (kind === 'incident' || date > localDay) return []
      return [{ date, title, kind, about: aboutOf(change), effect: effectOf(change, improvements) }]
    })
    .sort((a, b) => b.date.localeCompare(a.date))
