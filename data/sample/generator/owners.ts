import type { Move } from './contact.ts'
import type { Escalation } from './escalation.ts'
import { leftAt } from './escalation-owner.ts'
import { type Frame, monthOf, officeTime } from './frame.ts'
import type { Investigation } from './investigation.ts'
import { dayOf, type Minute, minuteAt, settle } from './london.ts'
import { atWork, SHARED } from './people.ts'
import { at, type Random } from './random.ts'
import { stories } from './stories.ts'

const DESK = 'Service Desk'
const DAY = 1440
/** The first minute at which the colleague who left is no owner any more. */
export const goneAt: Minute = minuteAt(dayOf(stories.leaver.last_day) + 1, 0)

/** Who holds an escalation from when on. The last of them is the owner in the list. */
export function ownersOf(
  random: Random,
  one: Escalation,
  frame: Frame,
  investigation: Investigation | null,
): Move[] {
  const { acknowledgedAt, settledAt } = frame
  const { owner } = one
  const isPerson = owner !== null && owner !== SHARED
  if (acknowledgedAt === null) {
    const named = one.status === 'New' ? settledAt : officeTime.after(one.receivedAt, random.around(90, 0.8))
    return namedOnce(Math.min(named, settledAt), owner, isPerson)
  }
  if (isLeftBehind(one, acknowledgedAt, settledAt, investigation) && random.chance(0.7))
    return afterTheLeaver(random, one, acknowledgedAt, settledAt)
  const other = someoneElse(random, one, acknowledgedAt)
  if (investigation?.basis === 'handoff')
    return handed(random, one, acknowledgedAt, settledAt, investigation.at, other)
  const looked = investigation?.at ?? settledAt
  const isReshuffled = monthOf(one.receivedAt) === stories.reshuffle.month
  if (looked < settledAt && random.chance(isReshuffled ? stories.reshuffle.share : isPerson ? 0.13 : 0.3)) {
    const handedAt = settle(officeTime.after(looked, random.around(isReshuffled ? 300 : 700, 0.9)))
    if (handedAt < settledAt && handedAt > looked)
      return handed(random, one, acknowledgedAt, settledAt, handedAt, other)
  }
  const early = Math.min(acknowledgedAt, officeTime.after(one.receivedAt, random.around(60, 0.6)))
  return namedOnce(random.chance(0.15) ? early : acknowledgedAt, owner, isPerson)
}

/** Named once, at a time. */
const namedOnce = (at: Minute, owner: string | null, isPerson: boolean): Move[] =>
  owner === null ? [] : [{ at, owner, deed: isPerson ? 'Owner named' : 'Note' }]

/** From one owner to the next, at once or with a gap in which nobody has it; now and then back again. */
function handed(
  random: Random,
  one: Escalation,
  from: Minute,
  settledAt: Minute,
  handedAt: Minute,
  other: string,
): Move[] {
  const { owner, team } = one
  const first: Move = { at: from, owner: other, team: DESK, deed: 'Owner named' }
  if (owner === null || owner === SHARED)
    return [first, { at: handedAt, owner, team, deed: 'Owner taken off' }]
  const isReshuffled = monthOf(one.receivedAt) === stories.reshuffle.month
  const gap = isReshuffled
    ? random.around(stories.reshuffle.gap_working_days * 480, 0.4)
    : random.around(420, 1)
  const namedAt = settle(officeTime.after(handedAt, gap))
  if (isReshuffled || random.chance(0.4)) {
    const taken: Move = { at: handedAt, owner: null, team, deed: 'Handed to another team' }
    return [
      first,
      taken,
      { at: Math.min(settledAt, Math.max(handedAt + 1, namedAt)), owner, deed: 'Owner named' },
    ]
  }
  const backAt = settle(officeTime.after(handedAt, random.around(900, 0.8)))
  if (backAt > handedAt && backAt < settledAt && random.chance(0.2)) {
    const [away, back] = ['Handed to a colleague', 'Handed to a colleague'] as const
    return [
      { at: from, owner, deed: 'Owner named' },
      { at: handedAt, owner: other, deed: away },
      { at: backAt, owner, deed: back },
    ]
  }
  return [
    { ...first, team },
    { at: handedAt, owner, deed: 'Handed to a colleague' },
  ]
}

function isLeftBehind(
  { team, owner, isOrphan }: Escalation,
  acknowledgedAt: Minute,
  settledAt: Minute,
  investigation: Investigation | null,
): boolean {
  const isKept = owner !== null && owner !== SHARED && !isOrphan && investigation?.basis !== 'handoff'
  const isOver = acknowledgedAt < leftAt - 2 * DAY && settledAt > goneAt
  return isKept && isOver && team === stories.leaver.team && (investigation?.at ?? settledAt) < leftAt
}

/** The one who leaves had it; it takes days until someone else is named. */
function afterTheLeaver(random: Random, { owner }: Escalation, from: Minute, settledAt: Minute): Move[] {
  const namedAt = settle(officeTime.after(goneAt, random.around(2600, 0.5)))
  return [
    { at: from, owner: stories.leaver.owner, deed: 'Owner named' },
    { at: Math.min(settledAt, namedAt), owner, deed: 'Owner named' },
  ]
}

/** A lead of the desk or of the team, who stays, and is not the owner in the list. */
function someoneElse(random: Random, { owner, team }: Escalation, minute: Minute): string {
  const leads = [...atWork(DESK, minute).slice(0, 3), ...atWork(team, minute).slice(0, 2)]
  const others = leads.filter(({ name, to }) => name !== owner && to === null)
  return at(others, random.int(0, others.length - 1)).name
}
