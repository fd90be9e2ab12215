import { locate } from '../../data/shared/reading.ts'
import { type CanonicalColumn, canonicalValues, isTimeColumn } from '../formats/canonical.ts'
import type { Format, Hint } from '../formats/format.ts'
import { aliasesOf } from './aliases.ts'
import { type DateGuess, guessDates, orderOf } from './date-guess.ts'
import type { ColumnEntry, Entry, Setting } from './entry.ts'
import { nameParts } from './file-name.ts'
import { entityOf, grainOf } from './kind.ts'
import { borneOut, type Guess, guessColumns, missingOf } from './mapping.ts'
import { closingSettings, type Given, leadingSettings, type Proposal, surveyOf } from './proposal.ts'
import type { Known } from './recognise.ts'
import type { Survey } from './survey.ts'
import { quoted } from './text.ts'
import { guessValues, type ValueGuess } from './values-guess.ts'

const hintGuesses = (hint: Hint, header: readonly string[]): Guess[] => {
  const columns = Object.fromEntries(
    Object.entries(hint.columns).map(([column, name]) => [column, { alternatives: [[name]] }]),
  )
  const { positions } = locate(header, { columns, required: [], nulls: [] })
  return Object.entries(positions).map(([column, [cell = 0]]) => ({
    column: column as CanonicalColumn,
    header: header[cell] ?? '',
    cell,
    isNear: false,
  }))
}

function remarkOf({ isNear }: Guess, dates: DateGuess | null): string {
  if (dates && !dates.isSure) return `check: ${dates.why}`
  return isNear ? 'check: only a likeness' : 'check'
}

function valuesOf(
  guesses: readonly Guess[],
  found: Survey,
  known: Known,
  hint: Hint | null,
): Entry['values'] {
  const entries = guesses.flatMap(({ column, cell }): [CanonicalColumn, ValueGuess[]][] => {
    const words = found.columns[cell]?.words
    if (!words || words.size === 0 || !(column in canonicalValues)) return []
    const guessed = guessValues(column, words, known, hint)
    return guessed.every(({ word, meaning }) => word === meaning) ? [] : [[column, guessed]]
  })
  return new Map(entries)
}

/** A proposal for a table that no format reads: by its hint, or else by the names of its columns. */
export async function proposeTable(given: Given, hint: Hint | null): Promise<Proposal> {
  const { path, look, known } = given
  const { header } = look
  const aliases = aliasesOf([...known.formats.values()], [...known.hints.values()])
  const entity = hint ? { entity: hint.entity, why: '' } : entityOf(nameParts(path).inbox, header, aliases)
  const guess = (grain: Format['grain']): Guess[] =>
    hint ? hintGuesses(hint, header) : guessColumns(header, aliases, { entity: entity.entity, grain })
  const found = await surveyOf(given, [], guess('item').find(({ column }) => column === 'id')?.cell)
  const grain = hint
    ? { grain: 'item' as const, why: 'a row an item' }
    : grainOf(header, aliases, entity.entity, found)
  const kind = { entity: entity.entity, grain: grain.grain }
  const guesses = borneOut(guess(kind.grain), found)
  const tallyOf = ({ column, cell }: Guess) => (isTimeColumn(column) ? found.columns[cell]?.dates : undefined)
  const usual = orderOf(guesses.flatMap((each) => tallyOf(each) ?? []))
  const columns = guesses.map((each): ColumnEntry => {
    const tally = tallyOf(each)
    const dates = tally?.isDates ? guessDates(tally, usual) : null
    return { column: each.column, header: each.header, dates, remark: remarkOf(each, dates) }
  })
  const used = new Set(guesses.map(({ cell }) => cell))
  const blanks = [...found.blanks].sort()
  const settings: Setting[] = [
    ...leadingSettings(given, 'table'),
    { key: 'entity', value: kind.entity, ...(entity.why && { remark: `check: ${entity.why}` }) },
    { key: 'grain', value: kind.grain, remark: `check: ${grain.why}` },
    ...closingSettings(given),
    ...(blanks.length > 0
      ? [
          {
            key: 'null_values',
            value: `[${blanks.map(quoted).join(', ')}]`,
            remark: 'check: taken for nothing written',
          },
        ]
      : []),
  ]
  return {
    entry: {
      settings,
      columns,
      missing: missingOf(guesses, kind),
      unused: header.filter((name, cell) => !used.has(cell) && name.trim() !== ''),
      values: valuesOf(guesses, found, known, hint),
    },
    mapped: guesses.map(({ column, header: name }) => ({ column, header: name })),
    dates: columns.flatMap(({ column, dates }) => (dates ? [{ column, why: dates.why }] : [])),
  }
}
