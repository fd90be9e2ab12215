import { distance } from '../../data/shared/near.ts'
import { requiredColumns } from '../config/source.ts'
import {
  type CanonicalColumn,
  canonicalColumns,
  eventColumns,
  isTimeColumn,
  itemColumns,
  messageColumns,
} from '../formats/canonical.ts'
import type { Format } from '../formats/format.ts'
import { type Aliases, plain } from './aliases.ts'
import type { Row } from './rows.ts'
import type { Survey } from './survey.ts'

export type Kind = Pick<Format, 'entity' | 'grain'>

/** A header and what it is taken to mean. */
export interface Guess {
  readonly column: CanonicalColumn
  readonly header: string
  readonly cell: number
  /** Whether the header only resembles one that is known. */
  readonly isNear: boolean
}

const begins: Readonly<Record<Kind['entity'], readonly CanonicalColumn[]>> = {
  ticket: ['id', 'opened_at'],
  escalation: ['ticket_id', 'id', 'received_at'],
  message: ['message_id', 'at'],
}

/** Of columns that a header may mean, those named first are taken first. */
function order({ entity, grain }: Kind): readonly CanonicalColumn[] {
  const leading: readonly CanonicalColumn[] = [
    ...begins[entity],
    ...(grain === 'event' ? (['at'] as const) : []),
    'subject',
  ]
  return [...leading, ...canonicalColumns.filter((column) => !leading.includes(column))]
}

function allowedColumns({ entity, grain }: Kind): readonly CanonicalColumn[] {
  if (entity === 'message') return [...messageColumns, 'at', 'subject', 'description']
  return grain === 'event' ? [...itemColumns, ...eventColumns] : itemColumns
}

function nearTo(header: string, aliases: Aliases): ReadonlySet<CanonicalColumn> | undefined {
  const most = Math.floor(header.length / 6)
  if (most === 0) return undefined
  const [best] = [...aliases]
    .map(([alias, columns]) => ({ columns, steps: distance(header, alias) }))
    .sort((a, b) => a.steps - b.steps)
  return best && best.steps <= Math.min(most, 2) ? best.columns : undefined
}

/** What headers most likely mean by their names alone: each header once, each column once. */
export function guessColumns(header: Row, aliases: Aliases, kind: Kind): Guess[] {
  const allowed = allowedColumns(kind)
  const rank = order(kind)
  const meant = header.flatMap((name, cell) => {
    const exact = aliases.get(plain(name))
    const columns = exact ?? nearTo(plain(name), aliases) ?? []
    return [...columns]
      .filter((column) => allowed.includes(column))
      .map((column): Guess => ({ column, header: name, cell, isNear: !exact }))
  })
  const sorted = meant.sort(
    (a, b) =>
      Number(a.isNear) - Number(b.isNear) ||
      rank.indexOf(a.column) - rank.indexOf(b.column) ||
      a.cell - b.cell,
  )
  const guesses: Guess[] = []
  for (const guess of sorted) {
    const isTaken = guesses.some(({ column, cell }) => column === guess.column || cell === guess.cell)
    if (!isTaken) guesses.push(guess)
  }
  return withRequired(guesses, kind)
}

/** Columns that may stand for a required one that no header names. */
const standsFor: Partial<Record<CanonicalColumn, readonly CanonicalColumn[]>> = {
  id: ['ticket_id'],
  at: ['updated_at', 'logged_at'],
  opened_at: ['received_at', 'logged_at'],
  received_at: ['opened_at', 'logged_at'],
}

function withRequired(guesses: readonly Guess[], kind: Kind): Guess[] {
  const result = [...guesses]
  for (const column of requiredColumns(kind)) {
    if (result.some((guess) => guess.column === column)) continue
    const found = result.find((guess) => standsFor[column]?.includes(guess.column))
    if (!found) continue
    const isShared = column === 'id' && kind.entity === 'escalation'
    if (!isShared) result.splice(result.indexOf(found), 1)
    result.push({ ...found, column, isNear: true })
  }
  return result.sort((a, b) => a.cell - b.cell)
}

/** Guesses without those that the cells speak against: a column of times that holds none. */
export const borneOut = (guesses: readonly Guess[], { columns }: Survey): Guess[] =>
  guesses.filter(({ column, cell }) => {
    const found = columns[cell]
    return !isTimeColumn(column) || found === undefined || found.filled === 0 || found.dates.isDates
  })

/** Required columns that no guess names. */
export const missingOf = (guesses: readonly Guess[], kind: Kind): CanonicalColumn[] =>
  requiredColumns(kind).filter((column) => !guesses.some((guess) => guess.column === column))
