import { ownWords } from '../../data/shared/intake-text.ts'
import { type Fault, fault } from './fault.ts'
import type { Filling } from './filling.ts'
import { mostCharacters } from './words.ts'

/** What each field of own words is called where it is too long. */
const called = {
  tickets: 'the ticket numbers',
  place: 'the room or place',
  reported: 'how and when it was reported',
  impact_words: 'what it is stopping you doing',
  tried: 'what has been tried',
  contact: 'how to reach you',
} as const

type OwnWords = keyof typeof called
const fields = Object.keys(called) as OwnWords[]
const isText = (field: OwnWords): boolean => field === 'impact_words' || field === 'tried'
const grouped = (count: number): string => count.toLocaleString('en-GB')

/** Fields that hold more than a request may. */
export function lengthFaults(filling: Filling): Fault[] {
  return fields.flatMap((field) => {
    const { length } = [...filling[field]]
    const most = isText(field) ? mostCharacters.text : mostCharacters.line
    const message = `Shorten this: it has ${grouped(length)} characters, and ${grouped(most)} fit.`
    return length > most ? [fault(field, message)] : []
  })
}

/** What own words take in an address, in characters. */
const lengthInAddress = (text: string): number => encodeURIComponent(ownWords(text)).length

/** The field that takes most of an address, as it is called; null where none holds anything. */
export function longestPart(filling: Filling): string | null {
  const [longest] = fields
    .map((field) => ({ field, length: lengthInAddress(filling[field]) }))
    .sort((one, other) => other.length - one.length)
  return longest === undefined || longest.length === 0 ? null : called[longest.field]
}
