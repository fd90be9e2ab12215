/** What is asked for ↔ the address: `?service=Eduroam+Wi-Fi&period=2025-26`. Defaults are left out; what is not ours is kept. */
import { pairedDimensions } from '../../data/shared/cells.ts'
import { apart } from '../words/apart.ts'
import {
  type Answered,
  type Choices,
  type Comparison,
  comparisons,
  type FilterState,
  hasCells,
  mostDimensions,
  nameOf,
  tooFew,
  tooMany,
  valueNamed,
} from './state.ts'

const mostEchoed = 60
/** What an address says may be of any length. */
const cut = (value: string): string =>
  apart(value.length > mostEchoed ? `${value.slice(0, mostEchoed)}…` : value)

/** In this order they stand in an address. */
export const parameters = [...pairedDimensions, 'period', 'compare'] as const
type Parameter = (typeof parameters)[number]

const isOurs = (name: string): name is Parameter => (parameters as readonly string[]).includes(name)

type Piece = { raw: string; name: string; value: string }

/** The parts of a query as they are written, each with its name and value. */
const piecesOf = (search: string): Piece[] =>
  search
    .replace(/^\?/, '')
    .split('&')
    .filter((raw) => raw !== '')
    .map((raw) => {
      const [[name, value] = ['', '']] = [...new URLSearchParams(raw)]
      return { raw, name, value }
    })

/** Whether an address asks for anything of ours. */
export const hasOurs = (search: string): boolean => piecesOf(search).some(({ name }) => isOurs(name))

type Read<Value> = { value?: Value; words: string[] }

/** The first of the values of a parameter that are not empty, with a word on the others. */
const onlyOf = (pieces: readonly Piece[], name: Parameter): Read<string> => {
  const values = [...new Set(pieces.filter((piece) => piece.name === name).map(({ value }) => value))]
  const [value, ...others] = values.filter((given) => given !== '')
  if (value === undefined) return { words: [] }
  const words = others.map((other) => `Only one ${name} can be chosen: “${cut(other)}” was left out.`)
  return { value, words }
}

/** What a name stands for; a word where it is unknown. */
const known = <Value>(
  read: Read<string>,
  name: string,
  find: (given: string) => Value | undefined,
): Read<Value> => {
  if (read.value === undefined) return { words: read.words }
  const value = find(read.value)
  const words = [...read.words, `There is no ${name} “${cut(read.value)}” here, so it is left out.`]
  return value === undefined ? { words } : { value, words: read.words }
}

const dimensionsIn = (
  pieces: readonly Piece[],
  choices: Choices,
): Pick<Answered, 'words'> & Pick<FilterState, 'filter'> => {
  const read = pairedDimensions.map((name) => {
    const values = choices.dimensions.find(({ id }) => id === name)?.values ?? []
    return { dimension: name, ...known(onlyOf(pieces, name), name, (given) => valueNamed(values, given)) }
  })
  const all = read.flatMap(({ dimension, value }) => (value === undefined ? [] : [{ dimension, value }]))
  const words = read.flatMap((one) => one.words)
  const filter = all.slice(0, mostDimensions)
  const dropped = all
    .slice(mostDimensions)
    .map(({ dimension, value }) => `${dimension} “${cut(nameOf(value))}” was left out`)
  if (dropped.length > 0) words.push(`${tooMany(choices.dimensions).slice(0, -1)}: ${dropped.join(', ')}.`)
  if (hasCells(choices, filter)) return { filter, words }
  return { filter: filter.slice(0, 1), words: [...words, tooFew(choices, filter)] }
}

/** The state that an address asks for, as far as this page can answer it. */
export const readQuery = (search: string, choices: Choices): Answered => {
  const pieces = piecesOf(search)
  const { filter, words } = dimensionsIn(pieces, choices)
  const period = known(onlyOf(pieces, 'period'), 'period', (given) =>
    choices.periods.some(({ id }) => id === given) ? given : undefined,
  )
  const compare = known(onlyOf(pieces, 'compare'), 'comparison', (given) =>
    comparisons.find((one): one is Comparison => one === given),
  )
  return {
    state: { filter, period: period.value ?? null, compare: compare.value ?? null },
    words: [...words, ...period.words, ...compare.words],
  }
}

const written = ({ filter, period, compare }: FilterState): string => {
  const params = new URLSearchParams()
  for (const name of pairedDimensions) {
    const one = filter.find(({ dimension }) => dimension === name)
    if (one !== undefined) params.append(name, nameOf(one.value))
  }
  if (period !== null) params.append('period', period)
  if (compare !== null) params.append('compare', compare)
  return params.toString()
}

/** An address's query with a state in place of the one it had; empty where nothing is left. */
export const writeQuery = (search: string, state: FilterState): string => {
  const others = piecesOf(search).filter(({ name }) => !isOurs(name))
  const parts = [...others.map(({ raw }) => raw), written(state)].filter((part) => part !== '')
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

/** The query that shows one value alone, over the period and with the comparison that are chosen. */
export const filterHref = (
  search: string,
  state: FilterState,
  dimension: string,
  value: string | null,
): string => writeQuery(search, { ...state, filter: [{ dimension, value }] })
