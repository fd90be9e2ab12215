import type { Season } from '../academic-year.ts'

/** A kind of fault or question. */
export interface Topic {
  category: string
  subcategory: string
  /** How common it is within its service. */
  weight: number
  /** The share that the service desk solves by itself. */
  solvedAtDesk: number
  /** Median working minutes to solve it where the desk does not. */
  effortMinutes: number
  /** How a person would put it; {room}, {building}, {device}, {code}, {when} are filled in. */
  phrases: readonly string[]
}

export interface Service {
  name: string
  team: string
  season: Season
  /** Tickets in an ordinary week of term. */
  ticketsAWeek: number
  /** How readily people escalate, against 1. */
  patience: number
  /** The share that waits for a supplier at some time. */
  vendorShare: number
  topics: readonly Topic[]
}

/**
 * Reads topics from text. Each begins with `# category | subcategory | weight | share solved at the desk | effort in
 * minutes`; the lines below it are its phrases, parted by `|`.
 */
export function topicsOf(text: string): Topic[] {
  const blocks = text.split('#').slice(1)
  return blocks.map((block) => {
    const [head = '', ...lines] = block.trim().split('\n')
    const [category = '', subcategory = '', ...numbers] = partsOf(head)
    const [weight = 0, solvedAtDesk = 0, effortMinutes = 0] = numbers.map(Number)
    return { category, subcategory, weight, solvedAtDesk, effortMinutes, phrases: lines.flatMap(partsOf) }
  })
}

const partsOf = (line: string) => line.split('|').map((part) => part.trim())
