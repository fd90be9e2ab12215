import { Database } from '../../../etl/db/database.ts'
import { installAllMacros } from '../../../etl/facts/index.ts'
import { type Rules, usualRules } from '../../../etl/trends/words/cores.ts'
import { fingerprintOf, Grouping } from '../../../etl/trends/words/grouping.ts'
import { Language } from '../../../etl/trends/words/language.ts'
import { type Score, scoreOf } from './b-cubed.ts'
import { type Labelled, labelledWorld, phrases } from './labelled-world.ts'
import { randomOf } from './random.ts'

/** A world whose texts are as the nightly would keep them. */
export interface World {
  readonly tickets: readonly Labelled[]
  readonly kept: readonly string[]
}

/** A way to put the tickets of a world into groups: for each, the name of its group. */
export type Way = (world: World) => (string | number)[]

export interface GroupingRow {
  readonly way: string
  /** Averages over the worlds. */
  readonly score: Score
}

const ticketPattern = '\\b(INC|REQ|RITM|SCTASK|CS)\\d{6,}\\b'

/** The worlds of so many seeds. */
export async function worldsOf(seeds: number): Promise<World[]> {
  const database = await Database.open(':memory:', ['/nowhere'])
  try {
    await installAllMacros(database)
    const worlds: World[] = []
    for (let seed = 1; seed <= seeds; seed++) {
      const tickets = labelledWorld(seed)
      const rows = await database.all<{ kept: string }>(
        `select parameterised(text, $ticket_pattern) as kept
        from (select unnest($texts) as text, generate_subscripts($texts, 1) as place) order by place`,
        { texts: tickets.map(({ text }) => text), ticket_pattern: ticketPattern },
      )
      worlds.push({ tickets, kept: rows.map(({ kept }) => kept) })
    }
    return worlds
  } finally {
    await database.close()
  }
}

/** By the house's own rules; a text that says nothing is alone. */
export const bySimilarity =
  (rules: Rules = usualRules, make = () => new Language()): Way =>
  ({ kept }) => {
    const language = make()
    const grouping = new Grouping(language, rules)
    return kept.map((text, index) => grouping.add(language.wordsOf(text)) ?? `nothing ${index}`)
  }

const byText: Way = ({ tickets }) => tickets.map(({ text }) => text.toLowerCase())

const byFingerprint: Way = ({ kept }) => {
  const language = new Language()
  return kept.map((text) => fingerprintOf(language.wordsOf(text).map(({ stem }) => stem)))
}

/** What the tool's own categories would give: an issue's is its first word, one that is alone has any of them. */
const byCategory: Way = ({ tickets }) => {
  const random = randomOf(tickets.length)
  const categoryOf = (issue: string): string => issue.split('_')[0] ?? ''
  const categories = [...new Set(Object.keys(phrases.issues).map(categoryOf))]
  return tickets.map(({ issue }) =>
    issue.startsWith('alone') ? (categories[random.below(categories.length)] as string) : categoryOf(issue),
  )
}

function averageOver(worlds: readonly World[], way: Way): Score {
  const scores = worlds.map((world) =>
    scoreOf(
      world.tickets.map(({ issue }) => issue),
      way(world),
      phrases.near_misses,
    ),
  )
  const mean = (value: (score: Score) => number): number =>
    scores.reduce((sum, score) => sum + value(score), 0) / scores.length
  return {
    precision: mean(({ precision }) => precision),
    recall: mean(({ recall }) => recall),
    merged: mean(({ merged }) => merged),
  }
}

const ways: readonly (readonly [string, Way])[] = [
  ['as shipped', bySimilarity()],
  ['without synonyms', bySimilarity(usualRules, () => new Language(undefined, []))],
  ['without a vocabulary', bySimilarity(usualRules, () => new Language([]))],
  ['without either', bySimilarity(usualRules, () => new Language([], []))],
  ['the same words, exactly', byFingerprint],
  ['the same text, exactly', byText],
  ['by category', byCategory],
]

/** The house's way, with and without its lists of words, beside plain ones. */
export const groupingRows = (worlds: readonly World[]): GroupingRow[] =>
  ways.map(([way, group]) => ({ way, score: averageOver(worlds, group) }))

const thresholds = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6]
const cautions = [0, 0.1, 0.2, 0.3]

/** What other thresholds would give. */
export const frontierRows = (worlds: readonly World[]): GroupingRow[] =>
  thresholds.flatMap((threshold) =>
    cautions.map((caution) => ({
      way: `threshold ${threshold}, caution ${caution}`,
      score: averageOver(worlds, bySimilarity({ ...usualRules, threshold, caution })),
    })),
  )
