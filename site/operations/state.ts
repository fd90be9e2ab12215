/** What a list is limited to ↔ the address: `?team=Network&lack=owner`. What is not ours stays in the address. */

import { apart } from '../words/apart.ts'

export const fields = ['lack', 'priority', 'team', 'owner'] as const
export type Field = (typeof fields)[number]
export type State = Readonly<Partial<Record<Field, string>>>
/** What a row says of itself. */
export type RowFacts = { lacks: string } & Readonly<Record<'priority' | 'team' | 'owner', string | undefined>>

/** Stands in an address for what has no team, or no owner; no team is called so. */
export const nobody = '(none)'

export type Read = { state: State; words: string[] }
type Choices = Readonly<Partial<Record<Field, readonly string[]>>>

const mostEchoed = 60

const notThere = (field: Field, value: string): string => {
  const echoed = `“${apart(value.length > mostEchoed ? `${value.slice(0, mostEchoed)}…` : value)}”`
  const said = field === 'lack' ? `Nothing here lacks ${echoed}` : `There is no ${field} ${echoed} here`
  return `${said}, so it is left out.`
}

/** What an address asks for; a word on what it asks for that is not there. */
export const readState = (search: string, choices: Choices): Read => {
  const asked = new URLSearchParams(search)
  const given = fields.flatMap((field) => {
    const value = asked.get(field)
    return value === null || value === '' ? [] : [{ field, value }]
  })
  const isThere = ({ field, value }: (typeof given)[number]): boolean =>
    choices[field]?.includes(value) ?? false
  return {
    state: Object.fromEntries(given.filter(isThere).map(({ field, value }) => [field, value])),
    words: given.filter((one) => !isThere(one)).map(({ field, value }) => notThere(field, value)),
  }
}

/** An address's query with a state in place of the one it had; empty where nothing is left. */
export const writeState = (search: string, state: State): string => {
  const asked = new URLSearchParams(search)
  for (const field of fields) asked.delete(field)
  for (const field of fields) if (state[field]) asked.append(field, state[field])
  const text = asked.toString()
  return text === '' ? '' : `?${text}`
}

/** Whether an address asks for anything of ours. */
export const hasOurs = (search: string): boolean => {
  const asked = new URLSearchParams(search)
  return fields.some((field) => asked.has(field))
}

/** Whether a row is one of those that a state asks for. */
export const isShown = ({ lacks, priority, team, owner }: RowFacts, state: State): boolean =>
  (state.lack === undefined || lacks.split(' ').includes(state.lack)) &&
  (state.priority === undefined || (priority ?? nobody) === state.priority) &&
  (state.team === undefined || (team ?? nobody) === state.team) &&
  (state.owner === undefined || (owner ?? nobody) === state.owner)
