import type { Contact, Moment, Move } from './contact.ts'
import type { Escalation, Status } from './escalation.ts'
import { spelt } from './escalation-owner.ts'
import { asOf, type Frame, frameOf } from './frame.ts'
import { type Investigation, investigationOf } from './investigation.ts'
import { inTouch } from './keeping-in-touch.ts'
import type { Minute } from './london.ts'
import { goneAt, ownersOf } from './owners.ts'
import { atWork, SHARED } from './people.ts'
import { at, type Random, randomOf } from './random.ts'
import { remarkOn } from './remarks.ts'
import { type Gap, stepsOf } from './steps.ts'
import { stories } from './stories.ts'

/** All that is done about one escalation up to the as-of time, and why. */
export interface Story {
  escalation: Escalation
  frame: Frame
  investigation: Investigation | null
  moves: readonly Move[]
  /** Everything that happens, in order of time. */
  moments: readonly Moment[]
  gap: Gap
  contacts: readonly Contact[]
}

/** Makes up an escalation's story from a stream of its own, so that it agrees with the list kept by hand. */
export function storyOf(seed: number, escalation: Escalation): Story {
  const random = randomOf(seed, `contacts/${escalation.ref}`)
  const frame = frameOf(escalation)
  const investigation = investigationOf(random, escalation, frame)
  const moves = ownersOf(random, escalation, frame, investigation)
  const { moments, gap } = stepsOf(random, escalation, frame, investigation, moves)
  const lines = inOrder([...moments, ...apart(moves, moments)])
  const touches = free(lines, inTouch(random, escalation, frame, investigation, gap))
  const all = inOrder([...lines, ...touches])
  const contacts = written(random, escalation, all, moves)
  return { escalation, frame, investigation, moves, moments: all, gap, contacts }
}

/** A move at the minute of another step is told in that step's line. */
const apart = (moves: readonly Move[], steps: readonly Moment[]): Moment[] =>
  moves.filter((move) => !steps.some((step) => step.at === move.at))

function free(lines: readonly Moment[], touches: readonly Moment[]): Moment[] {
  const taken = new Set(lines.map(({ at }) => at))
  return touches.filter((touch) => {
    const isFree = !taken.has(touch.at)
    taken.add(touch.at)
    return isFree
  })
}

const inOrder = (moments: readonly Moment[]): Moment[] => moments.toSorted((a, b) => a.at - b.at)

function written(
  random: Random,
  one: Escalation,
  moments: readonly Moment[],
  moves: readonly Move[],
): Contact[] {
  let status: Status = 'New'
  let team = moves.find((move) => move.team !== undefined)?.team ?? one.team
  let owner: string | null = null
  return moments.map((moment) => {
    const move = moves.find(({ at }) => at === moment.at)
    status = moment.status ?? status
    team = move?.team ?? team
    owner = move ? move.owner : owner
    return {
      ref: one.ref,
      at: moment.at,
      deed: moment.deed,
      by: moment.deed === 'Came in' ? '' : spelt(random, writerOf(random, owner, moment.at)),
      ownerCell: owner === null || owner === SHARED ? (owner ?? '') : spelt(random, owner),
      team,
      status,
      ticketCell: one.ticketCell,
      remark: remarkOn(random, moment.deed),
    }
  })
}

function writerOf(random: Random, owner: string | null, minute: Minute): string {
  const isThere = owner !== null && owner !== SHARED && !(owner === stories.leaver.owner && minute >= goneAt)
  const desk = atWork('Service Desk', minute).slice(0, 3)
  return isThere && random.chance(0.8) ? owner : at(desk, random.int(0, desk.length - 1)).name
}

/** A stretch of time; `to` is null where it lasts. */
export interface Stretch {
  from: Minute
  to: Minute | null
}

/** The stretches in which someone with a name and still at work has it. */
export function heldIn({ moves }: Story): (Stretch & { owner: string })[] {
  return moves.flatMap(({ at: from, owner }, i) => {
    if (owner === null || owner === SHARED) return []
    const next = moves[i + 1]?.at ?? null
    const gone = owner === stories.leaver.owner && goneAt <= asOf ? goneAt : null
    const to = next === null || gone === null ? (next ?? gone) : Math.min(next, gone)
    return [{ owner, from, to }]
  })
}
