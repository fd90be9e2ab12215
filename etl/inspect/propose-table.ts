import { locate } from '../../data/shared/reading.ts'
import { type CanonicalColumn, canonicalValues, isTimeColumn } from '../formats/canonical.ts'
import type { Hint } from '../formats/format.ts'
import { mailboxSettings } from './addressees.ts'
import { aliasesOf } from './aliases.ts'
import { type DateGuess, guessDates, orderOf } from './date-guess.ts'
import type { ColumnEntry, Entry, Setting } from './entry.ts'
import { nameParts } from './file-name.ts'
import { entityOf, grainOf } from './kind.ts'
import { borneOut, type Guess, guessColumns, type Kind, missingOf } from './mapping.ts'
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

interface KindGuess extends Kind {
  readonly settings: readonly Setting[]
}

function kindSettings(
  entity: Kind['entity'],
  whyEntity: string,
  grain: Kind['grain'],
  whyGrain: string,
): KindGuess {
  const settings: Setting[] = [
    { key: 'entity', value: entity, remark: `check: ${whyEntity}` },
    ...(entity === 'message' ? [] : [{ key: 'grain', value: grain, remark: `check: ${whyGrain}` }]),
  ]
  return { entity, grain, settings }
}

/** What the columns of a table mean, as far as its header and its cells tell. */
interface Meant {
  readonly kind: KindGuess
  readonly guesses: readonly Guess[]
  readonly found: Survey
}

async function meantByHint(given: Given, hint: Hint): Promise<Meant> {
  const guesses = hintGuesses(hint, given.look.header)
  const found = await surveyOf(given, [], undefined)
  const kind = kindSettings(hint.entity, `as ${hint.title} has it`, 'item', 'a row an item')
  return { kind, guesses: borneOut(guesses, found), found }
}

async function meantByHeader(given: Given): Promise<Meant> {
  const { path, look, known } = given
  const aliases = aliasesOf([...known.formats.values()], [...known.hints.values()])
  const { entity, why } = entityOf(nameParts(path).inbox, look.header, aliases)
  const guess = (grain: Kind['grain']): Guess[] => guessColumns(look.header, aliases, { entity, grain })
  const idCell = guess('item').find(({ column }) => column === 'id')?.cell
  const found = await surveyOf(given, [], idCell)
  const rows =
    entity === 'message' ? { grain: 'event' as const, why: '' } : grainOf(look.header, aliases, entity, found)
  const kind = kindSettings(entity, why, rows.grain, rows.why)
  return { kind, guesses: borneOut(guess(rows.grain), found), found }
}

function columnEntries(guesses: readonly Guess[], { columns }: Survey, hint: Hint | null): ColumnEntry[] {
  const tallyOf = ({ column, cell }: Guess) => (isTimeColumn(column) ? columns[cell]?.dates : undefined)
  const usual = orderOf(guesses.flatMap((each) => tallyOf(each) ?? []))
  return guesses.map((each) => {
    const tally = tallyOf(each)
    const written = tally?.isDates ? guessDates(tally, usual) : null
    const documented =
      hint && isTimeColumn(each.column)
        ? { formats: hint.dates, choices: [], why: 'empty; as documented', isSure: false }
        : null
    const dates = written ?? documented
    return { column: each.column, header: each.header, dates, remark: remarkOf(each, dates) }
  })
}

const nullSetting = (blanks: ReadonlySet<string>): Setting[] =>
  blanks.size === 0
    ? []
    : [
        {
          key: 'null_values',
          value: `[${[...blanks].sort().map(quoted).join(', ')}]`,
          remark: 'check: taken for nothing written',
        },
      ]

/** Without columns that take certain words only, none of which stands in their cells: a header that means something else. */
const withKnownWords = (guesses: readonly Guess[], values: Entry['values']): Guess[] =>
  guesses.filter(
    ({ column }) =>
      column === 'status' ||
      column === 'event' ||
      (values.get(column)?.some(({ meaning }) => meaning !== null) ?? true),
  )

/** A proposal for a table that no format reads: by its hint, or else by the names of its columns. */
export async function proposeTable(given: Given, hint: Hint | null): Promise<Proposal> {
  const { header } = given.look
  const { kind, guesses: all, found } = await (hint ? meantByHint(given, hint) : meantByHeader(given))
  const words = valuesOf(all, found, given.known, hint)
  const guesses = withKnownWords(all, words)
  const columns = columnEntries(guesses, found, hint)
  const used = new Set(guesses.map(({ cell }) => cell))
  const cellOf = (name: CanonicalColumn): number => guesses.find(({ column }) => column === name)?.cell ?? -1
  const settings = [
    ...leadingSettings(given, 'table'),
    ...kind.settings,
    ...closingSettings(given),
    ...nullSetting(found.blanks),
    ...(kind.entity === 'message' ? await mailboxSettings(given, cellOf('to'), cellOf('from')) : []),
  ]
  return {
    entry: {
      settings,
      columns,
      missing: missingOf(guesses, kind),
      unused: header.filter((name, cell) => !used.has(cell) && name.trim() !== ''),
      values: new Map([...words].filter(([column]) => guesses.some((guess) => guess.column === column))),
    },
    mapped: guesses.map(({ column, header: name }) => ({ column, header: name })),
    dates: columns.flatMap(({ column, dates }) => (dates ? [{ column, why: dates.why }] : [])),
  }
}
