/**
 * `leadership/owners.json`: how much of what is open each person holds. It is there only where the installation shows owners
 * to leaders, by its data protection assessment. No item, no team, no history and no speed is in it: what is needed to
 * balance work, and no more.
 */
import { z } from 'zod'
import { day, instant } from './terms.ts'

/** Open items of a kind that a person holds, and what part they are of all that anybody holds; null where nobody holds any. */
const held = { open: z.int().nonnegative(), share: z.number().min(0).max(1).nullable() }

const load = z.strictObject({
  ...held,
  /** Whole days since the oldest was raised; null below `alone_from` items, where it would be the age of a single one. */
  oldest_days: z.int().nonnegative().nullable(),
})

export const person = z.strictObject({
  /** Name, or a code of this release: the next has others, and so have the files of `operations/`. */
  who: z.string(),
  ticket: load,
  escalation: load,
})

/** Everybody else together. */
const others = z.strictObject({
  people: z.int().positive(),
  ticket: z.strictObject(held),
  escalation: z.strictObject(held),
})

const assessment = z.strictObject({
  reference: z.string(),
  date: day,
  workers_consulted: z.boolean(),
  /** Who was consulted and when, where the installation says. */
  consultation: z.string().nullable(),
})

/** Letters that make no word, so that no code reads as a name. */
const code = /^Person [B-DF-HJ-NPR-TW]{4,32}$/

const holds = ({ ticket, escalation }: z.infer<typeof person>): number => ticket.open + escalation.open

export const ownersFile = z
  .strictObject({
    as_of: instant,
    known_until: instant,
    owners: z.enum(['coded', 'named']),
    dpia: assessment,
    /** Who holds fewer open items in all stands with the others: there is nothing to take over, and no lowest place to be read. */
    alone_from: z.int().positive(),
    /** Whether so few people hold anything that a code would not hide who is meant: then nobody is listed. */
    is_too_few: z.boolean(),
    /** By name or code, not by load. */
    people: z.array(person),
    /** Null where nobody is left. */
    others: others.nullable(),
  })
  .refine(({ owners, people }) => owners === 'named' || people.every(({ who }) => code.test(who)), {
    error: 'a person is called by something that is no code',
  })
  .refine(({ people, alone_from }) => people.every((one) => holds(one) >= alone_from), {
    error: 'a person who holds too little stands alone',
  })
  .refine(
    ({ people, alone_from }) =>
      people
        .flatMap(({ ticket, escalation }) => [ticket, escalation])
        .every(({ open, oldest_days }) => oldest_days === null || open >= alone_from),
    { error: 'the age of an item that stands nearly alone' },
  )
  .refine(({ is_too_few, people, others: rest }) => !is_too_few || (people.length === 0 && rest === null), {
    error: 'people are listed where they are too few',
  })

/** What the file may be where owners are shown to leaders so: nothing at all where they are hidden. */
export const ownersFileFor = (shown: 'hidden' | 'coded' | 'named') =>
  shown === 'hidden'
    ? z.never({ error: 'owners are hidden from leaders' })
    : ownersFile.refine(({ owners }) => owners === shown, { error: `owners are to be ${shown}` })

export type PersonLoad = z.infer<typeof person>
export type OwnersFile = z.infer<typeof ownersFile>
