/** Records that were set aside: their numbers in few words, and all that are listed as a table for a spreadsheet. */
import type { SetAsideFile } from '../../data/contract.ts'
import { whySetAside } from '../sentences/set-aside.ts'
import type { Table } from '../tables/table.ts'
import { number } from '../words/number.ts'

type Group = SetAsideFile['groups'][number]

/** Stretches of numbers shown a column; the file holds the rest. */
const mostStretches = 20

/** Ascending numbers as stretches: 2, 3, 4, 9 → [2, 4], [9, 9] */
export const stretchesOf = (numbers: readonly number[]): [number, number][] => {
  const stretches: [number, number][] = []
  for (const next of numbers) {
    const last = stretches.at(-1)
    if (last !== undefined && last[1] + 1 === next) last[1] = next
    else stretches.push([next, next])
  }
  return stretches
}

const inWords = ([from, to]: [number, number]): string =>
  from === to ? number(from) : `${number(from)}–${number(to)}`

type Place = { column: string | null; records: string }

export type SetAsideRow = Pick<Group, 'file' | 'source' | 'count'> & {
  why: string
  /** The records by the column that is at fault. */
  places: Place[]
  more: string | null
}

/** "2–4, 9" for each column, and how many more there are. */
export const setAsideRow = ({ file, source, reason, count, records }: Group): SetAsideRow => {
  const byColumn = [...Map.groupBy(records, ({ column }) => column)].map(([column, found]) => {
    const stretches = stretchesOf(found.map(({ record }) => record))
    const shown = stretches.slice(0, mostStretches)
    return {
      place: { column, records: shown.map(inWords).join(', ') },
      shown: shown.reduce((sum, [from, to]) => sum + to - from + 1, 0),
    }
  })
  const more = count - byColumn.reduce((sum, { shown }) => sum + shown, 0)
  return {
    file,
    source,
    count,
    why: whySetAside(reason),
    places: byColumn.map(({ place }) => place),
    more: more === 0 ? null : `and ${number(more)} more`,
  }
}

/** A row a record that is listed. */
export const tableOfSetAside = ({ groups }: SetAsideFile): Table => ({
  head: ['File', 'Source', 'Record', 'Why', 'Column'].map((label) => ({ label, kind: 'text' })),
  rows: groups.flatMap(({ file, source, reason, records }) =>
    records.map(({ record, column }) => ({
      label: file,
      cells: [source, record, whySetAside(reason), column].map((value) => ({
        words: value === null ? '–' : String(value),
        value,
      })),
    })),
  ),
})
