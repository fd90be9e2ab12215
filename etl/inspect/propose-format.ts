import { locate, mapValue } from '../../data/shared/reading.ts'
import { orderedDates } from '../config/dates.ts'
import { type CanonicalColumn, canonicalValues, isTimeColumn } from '../formats/canonical.ts'
import type { Format } from '../formats/format.ts'
import { guessDates, orderOf } from './date-guess.ts'
import { inOrder, type Order } from './dates.ts'
import type { Entry, Setting } from './entry.ts'
import { closingSettings, type Given, leadingSettings, type Proposal, surveyOf } from './proposal.ts'
import { type Known, readingOf } from './recognise.ts'
import type { Survey } from './survey.ts'
import { guessValues, type ValueGuess } from './values-guess.ts'

/** Words that map to none, of columns whose words must map. */
function unknownWords(
  format: Format,
  positions: Readonly<Record<string, readonly number[]>>,
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

const isCovered = (template: string, order: Order, formats: readonly string[]): boolean =>
  template === 'iso'
    ? formats.some((format) => format === 'iso' || format.startsWith('%Y-'))
    : formats.includes(inOrder(template, order))

const leads = (formats: readonly string[]): Order =>
  formats.some((format) => /^%-?m[/.-]%-?d/.test(format)) ? 'month' : 'day'

/** A proposal for a file of a built-in format. */
export async function proposeFormat(given: Given, format: Format): Promise<Proposal> {
  const { look, known } = given
  const { positions } = locate(look.header, readingOf(format))
  const found = await surveyOf(given, format.nulls, positions.id?.[0])
  const timed = Object.entries(positions).flatMap(([name, cells]) => {
    const column = name as CanonicalColumn
    const tally = found.columns[cells[0] ?? -1]?.dates
    return isTimeColumn(column) && tally?.isDates
      ? [{ column, header: look.header[cells[0] ?? -1] ?? '', tally }]
      : []
  })
  const usual = orderOf(timed.map(({ tally }) => tally))
  const guesses = timed.map((each) => ({ ...each, guess: guessDates(each.tally, usual) }))
  const isUnclear = guesses.some(({ guess }) => guess.choices.length > 0)
  const order = usual ?? leads(format.dates)
  const isOther = usual !== null && usual !== leads(format.dates)
  const read = orderedDates(format.dates, isOther ? usual === 'day' : undefined)
  const odd = guesses.filter(
    ({ tally, guess }) =>
      guess.formats.length > 0 && tally.templates.some((template) => !isCovered(template, order, read)),
  )
  const dayFirst: Setting[] = isUnclear
    ? [
        { key: 'day_first', value: 'true', isChoice: true, remark: 'choose this if 03/04 is 3 April' },
        { key: 'day_first', value: 'false', isChoice: true, remark: 'choose this if 03/04 is 4 March' },
      ]
    : isOther
      ? [
          {
            key: 'day_first',
            value: String(usual === 'day'),
            remark: `check: ${guesses.find(({ tally }) => tally.orders.length === 1)?.guess.why}`,
          },
        ]
      : []
  return {
    entry: {
      settings: [...leadingSettings(given, format.name), ...closingSettings(given), ...dayFirst],
      columns: odd.map(({ column, header, guess }) => ({
        column,
        header,
        dates: guess,
        remark: `check: ${format.name} usually writes dates otherwise`,
      })),
      missing: format.required.filter((column) => !(column in positions)),
      unused: [],
      values: unknownWords(format, positions, found, known),
    },
    mapped: Object.entries(positions).map(([column, cells]) => ({
      column: column as CanonicalColumn,
      header: cells.map((cell) => look.header[cell] ?? '').join(' / '),
    })),
    dates: guesses.map(({ column, guess }) => ({ column, why: guess.why })),
  }
}
