import { didYouMean } from '../../data/shared/near.ts'
import {
  type CanonicalColumn,
  canonicalValues,
  eventColumns,
  isTimeColumn,
  itemColumns,
  messageColumns,
} from '../formats/canonical.ts'
import type { Format } from '../formats/format.ts'
import { dateFormatProblem } from './dates.ts'
import { mappedColumns, mappedMessageColumns } from './mapped-columns.ts'
import type { FaultAt } from './shape.ts'
import { kindOf } from './source.ts'
import type { RawSource } from './source-schema.ts'

/** Looks for what cannot be in a source whose format is known. */
export type SourceCheck = (fault: FaultAt, source: RawSource, format: Format) => ReturnType<FaultAt>[]

function allowedColumns(source: RawSource, format: Format): readonly CanonicalColumn[] {
  const { entity, grain } = kindOf(source, format)
  if (entity === 'message') return [...messageColumns, 'at', 'subject', 'description']
  return grain === 'event' ? [...itemColumns, ...eventColumns] : itemColumns
}

/** Columns that do not belong to such rows, and dates that cannot be read. */
export const checkColumns: SourceCheck = (fault, source, format) => {
  const allowed = allowedColumns(source, format)
  return (Object.keys(source.columns) as CanonicalColumn[]).flatMap((column) => {
    const formats = source.columns[column]?.formats
    const path = ['columns', column]
    if (!allowed.includes(column)) {
      const { entity, grain } = kindOf(source, format)
      const owner = entity === 'message' ? 'a message' : `${entity} rows of grain ${grain}`
      return [fault(path, `"${column}" does not belong to ${owner}. Take it out`)]
    }
    if (formats !== undefined && !isTimeColumn(column)) {
      return [fault(path, `"${column}" is no time, so it takes no date format. Write the header alone`)]
    }
    return (formats ?? [])
      .map(dateFormatProblem)
      .filter((problem) => problem !== null)
      .map((problem) => fault([...path, 'format'], problem))
  })
}

/** Value maps of columns that take none or are not mapped, and words that are not canonical. */
export const checkValues: SourceCheck = (fault, source, format) =>
  (Object.keys(source.values) as CanonicalColumn[]).flatMap((column) => {
    if (source.columns[column] === undefined && format.columns[column] === undefined) {
      return [fault(['values', column], `no column is mapped to ${column}. Name its header under columns:`)]
    }
    const takers: readonly string[] =
      kindOf(source, format).entity === 'message' ? mappedMessageColumns : mappedColumns
    if (!takers.includes(column)) {
      return [
        fault(
          ['values', column],
          `the words of ${column} cannot be mapped. Those of these can: ${takers.join(', ')}`,
        ),
      ]
    }
    const known = canonicalValues[column]
    return Object.entries(source.values[column] ?? {})
      .filter(([, word]) => known !== undefined && !known.includes(word))
      .map(([value, word]) => {
        const hint = `${didYouMean(word, known ?? [])} Write one of ${known?.join(', ')}`
        return fault(['values', column, value], `"${word}" is no ${column}.${hint}`)
      })
  })
