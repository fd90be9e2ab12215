import { type Located, locate, mapValue } from '../../data/shared/reading.ts'
import { type CanonicalColumn, canonicalValues, isTimeColumn } from '../formats/canonical.ts'
import type { Format } from '../formats/format.ts'
import type { Entry } from './entry.ts'
import { type DatedColumn, formatDates } from './format-dates.ts'
import type { Look } from './look.ts'
import { closingSettings, type Given, leadingSettings, type Proposal, surveyOf } from './proposal.ts'
import { type Known, readingOf } from './recognise.ts'
import type { Survey } from './survey.ts'
import { guessValues, type ValueGuess } from './values-guess.ts'

type Positions = Located['positions']

/** Words that map to none, of columns whose words must map. */
function unknownWords(
  format: Format,
  positions: Positions,
  { columns }: Survey,
  known: Known,
): Entry['values'] {
  const entries = (['status', 'event'] as const).flatMap((column): [CanonicalColumn, ValueGuess[]][] => {
    const words = columns[positions[column]?.[0] ?? -1]?.words
    const map = format.values[column] ?? {}
    const unmapped = [...(words ?? [])].filter(
      ([word]) => mapValue(map, word) === undefined && !canonicalValues[column]?.includes(word),
    )
    return unmapped.length === 0 ? [] : [[column, guessValues(column, new Map(unmapped), known, null)]]
  })
  return new Map(entries)
}

/** Columns of times that hold dates, with how those are written. */
function datedColumns({ header }: Look, positions: Positions, { columns }: Survey): DatedColumn[] {
  return Object.entries(positions).flatMap(([name, [cell = -1]]) => {
    const column = name as CanonicalColumn
    const dates = columns[cell]?.dates
    return isTimeColumn(column) && dates?.isDates
      ? [{ column, header: header[cell] ?? '', tally: dates }]
      : []
  })
}

/** A proposal for a file of a built-in format. */
export async function proposeFormat(given: Given, format: Format): Promise<Proposal> {
  const { look, known } = given
  const { positions } = locate(look.header, readingOf(format))
  const found = await surveyOf(given, format.nulls, positions.id?.[0], format.ragged)
  const { settings, columns, read } = formatDates(datedColumns(look, positions, found), format)
  return {
    entry: {
      settings: [...leadingSettings(given, format.name), ...closingSettings(given), ...settings],
      columns,
      missing: format.required.filter((column) => !(column in positions)),
      unused: [],
      values: unknownWords(format, positions, found, known),
    },
    mapped: Object.entries(positions).map(([column, cells]) => ({
      column: column as CanonicalColumn,
      header: cells.map((cell) => look.header[cell] ?? '').join(' / '),
    })),
    dates: read.map(({ column, guess }) => ({ column, why: guess.why })),
  }
}
