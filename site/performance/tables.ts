/** The rounded one-way tables as pages show them and files hold them. */
import type { StaffTable } from '../../data/contract.ts'
import type { Row, Table } from '../tables/table.ts'
import { dimensionLabel } from '../words/column.ts'
import { number, sentenceCase } from '../words/number.ts'
import { inRoughCell } from '../words/rough.ts'
import { shareHeading } from '../words/share.ts'
import { noun } from '../words/value.ts'
import { spanOf } from './times.ts'
import { type Everybody, isOfTime, wordsOf } from './told.ts'

export type Named = { id: string; name: string; note: string; table: Table; isWide: boolean }

const names: Readonly<Record<string, string>> = {
  services: 'Escalations by service',
  reasons: 'Why people escalated',
  impacts: 'What it affected',
  outcomes: 'What came of it',
  levels: 'Tickets by service level',
}

/** The heading of the first column, where it is not the name of the dimension. */
const heads: Readonly<Record<string, string>> = {
  reason: 'Reason',
  impact: 'Affected',
  outcome: 'Outcome',
  level: 'Level',
}

const merged = 'Others together'

/** A level by whom it is for, as everybody knows that and nobody outside knows the code. */
const labelOf = (label: string, { by }: StaffTable, { manifest }: Everybody): string => {
  if (by !== 'level') return sentenceCase(label)
  const affects = manifest.levels.find(({ level }) => level === label)?.affects
  return affects === undefined ? label : `${affects} (${label})`
}

const rowsOf = (table: StaffTable, all: Everybody): Row[] =>
  table.rows.map(({ label, count, shares }) => ({
    label: label === null ? merged : labelOf(label, table, all),
    cells: [
      { words: number(count), value: count },
      ...shares.map((share) => ({ words: share === null ? '–' : inRoughCell(share), value: null })),
    ],
  }))

/** What it means where none stands. */
const noFigure = ({ by }: StaffTable): string =>
  by === 'level'
    ? 'No figure means no published target, or too few to tell'
    : 'No figure means too few to tell, or not known'

const noteOf = (table: StaffTable): string => {
  const items = sentenceCase(noun(table.item_kind, 2))
  const notes = [
    ...[spanOf(table, items)].filter((span) => span !== null),
    ...(table.rows.some(({ label }) => label === null) ? [`“${merged}” are the smallest`] : []),
    ...(table.rows.some(({ shares }) => shares.includes(null)) ? [noFigure(table)] : []),
  ]
  return notes.length === 0 ? '' : `${notes.join('. ')}.`
}

const namedOf = (table: StaffTable, all: Everybody): Named => ({
  id: table.id,
  name: names[table.id] ?? dimensionLabel(table.by),
  note: noteOf(table),
  isWide: table.columns.length > 0,
  table: {
    head: [
      { label: heads[table.by] ?? dimensionLabel(table.by), kind: 'text' },
      { label: all.staff.rounded_to === 1 ? 'How many' : 'About how many', kind: 'number' },
      ...table.columns.map(({ measure, figure }) => ({
        label: `${shareHeading(wordsOf(measure, figure, all) ?? figure)}${isOfTime(figure) ? ', of working hours' : ''}`,
        kind: 'number' as const,
      })),
    ],
    rows: rowsOf(table, all),
  },
})

/** Those that have rows. */
export const tablesOf = (all: Everybody): Named[] => all.staff.tables.map((table) => namedOf(table, all))
