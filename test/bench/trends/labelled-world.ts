import { readFileSync } from 'node:fs'
import { type Random, randomOf } from './random.ts'

/** Phrases of issues, near misses and rates of a labelled world; the file says how a ticket is made of them. */
interface Phrases {
  readonly rates: Readonly<Record<'decoration' | 'word_order' | 'typo' | 'greeting' | 'singletons', number>>
  readonly issues: Readonly<Record<string, readonly string[]>>
  readonly near_misses: readonly (readonly [string, string])[]
  readonly places: readonly string[]
  readonly people: readonly string[]
  readonly numbers: readonly string[]
  readonly greetings: readonly string[]
  readonly singleton_words: readonly string[]
}

const file = new URL('../../golden/recurring-worlds.json', import.meta.url)
export const phrases = JSON.parse(readFileSync(file, 'utf8')) as Phrases

/** A ticket's subject, and which issue it is of; of one that nobody else has, an issue of its own. */
export interface Labelled {
  readonly text: string
  readonly issue: string
}

const largest = 300
const fewestWords = 3
const mostWords = 6
const shortestWithSlip = 5

const pick = <T>(random: Random, from: readonly T[]): T => from[random.below(from.length)] as T

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const left = [...items]
  return items.map(() => left.splice(random.below(left.length), 1)[0] as T)
}

function swapped(random: Random, text: string): string {
  const words = text.split(' ')
  if (words.length < 2) return text
  const one = random.below(words.length)
  const other = (one + 1 + random.below(words.length - 1)) % words.length
  return words
    .map((word, place) => words[place === one ? other : place === other ? one : place] ?? word)
    .join(' ')
}

function slip(random: Random, word: string): string {
  const at = random.below(word.length - 1)
  const [before, letter, next, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)]
  return pick(random, [
    `${before}${next}${after}`,
    `${before}${letter}${letter}${next}${after}`,
    `${before}${next}${letter}${after}`,
  ])
}

function withSlip(random: Random, text: string): string {
  const words = text.split(' ')
  const long = words.flatMap((word, place) => (word.length >= shortestWithSlip ? [place] : []))
  if (long.length === 0) return text
  const at = pick(random, long)
  return words.map((word, place) => (place === at ? slip(random, word) : word)).join(' ')
}

const inFrontOrBehind = (random: Random, text: string, more: string): string =>
  random.below(2) === 0 ? `${more} ${text}` : `${text} ${more}`

/** A phrase as one of many people would send it. */
function said(random: Random, phrase: string): string {
  const { rates, places, people, numbers, greetings } = phrases
  let text = phrase
  if (random.next() < rates.word_order) text = swapped(random, text)
  if (random.next() < rates.typo) text = withSlip(random, text)
  if (random.next() < rates.decoration)
    text = inFrontOrBehind(random, text, pick(random, pick(random, [places, people, numbers])))
  if (random.next() < rates.greeting) text = inFrontOrBehind(random, text, pick(random, greetings))
  return text
}

/** One world: issues of Zipf sizes, and tickets that are of none, in the order in which they came. */
export function labelledWorld(seed: number): Labelled[] {
  const random = randomOf(seed)
  const issues = shuffled(random, Object.keys(phrases.issues)).flatMap((issue, rank) =>
    Array.from({ length: Math.round(largest / (rank + 1)) }, () => ({
      text: said(random, pick(random, phrases.issues[issue] as readonly string[])),
      issue,
    })),
  )
  const { singletons } = phrases.rates
  const alone = Array.from(
    { length: Math.round((issues.length * singletons) / (1 - singletons)) },
    (_, index) => {
      const count = fewestWords + random.below(mostWords - fewestWords + 1)
      const words = Array.from({ length: count }, () => pick(random, phrases.singleton_words))
      return { text: said(random, words.join(' ')), issue: `alone ${index}` }
    },
  )
  return shuffled(random, [...issues, ...alone])
}
