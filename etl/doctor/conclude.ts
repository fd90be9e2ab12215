import { count } from '../inspect/text.ts'
import type { Told } from './examine.ts'

const number = (told: readonly Told[], level: Told['level']): number =>
  told.filter((finding) => finding.level === level).length

const joined = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** What all findings come to, in a sentence. */
export function conclude(told: readonly Told[]): string {
  const [todos, notes] = [number(told, 'to do'), number(told, 'note')]
  const noted = notes === 0 ? '' : `, ${count(notes, 'note')}`
  if (todos === 0) return `All is well${notes === 0 ? '' : `, with ${count(notes, 'note')}`}.`
  const stops = [...new Set(told.filter(({ stopsNights }) => stopsNights).map(({ subject }) => subject))]
  const until = stops.length === 0 ? '' : `; no night publishes until this is mended: ${joined(stops)}`
  return `${count(todos, 'thing')} to do${noted}${until}.`
}
