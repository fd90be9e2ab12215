import { wallOf } from './clock.ts'
import type { Chance } from './random.ts'
import type { StateRow, Status } from './world.ts'

const minute = 60_000
const hour = 60 * minute
const owners = ['', '', 'Ann Lee', 'alee', 'Lee Ann', 'ann  lee', 'Bob Ray', 'bray', 'Cat Poe', 'Dee Fox', 'Eve Orr', 'Fay Kay', 'Service Desk', 'sd', 'Robot'] // biome-ignore format: a list
const actors = ['', '', 'Ann Lee', 'alee', 'Cat Poe', 'Robot', 'kim9'] as const
const events = ['acknowledged', 'updated', 'updated', 'noted', 'auto_acknowledged', 'chased'] as const

type State = Omit<StateRow, 'at' | 'order'>

/** A pause until something happens next: none at all, minutes, hours, or days. */
const pause = (chance: Chance): number =>
  chance.pick([0, minute, 15 * minute, hour, 7 * hour, 24 * hour, 24 * hour]) * (1 + chance.below(5))

function nextStatus(chance: Chance, status: Status): Status {
  const next = chance.pick<Status>(['in_progress', 'in_progress', 'waiting', 'resolved', 'closed', 'new', 'cancelled']) // biome-ignore format: a list
  const isUnlikely = (next === 'cancelled' || next === 'new') && !chance.once(3)
  const isOdd = [status, next].every((one) => one === 'closed' || one === 'cancelled')
  return isUnlikely || isOdd ? 'in_progress' : next
}

/** Why and by which way an escalation came, where somebody wrote that down. */
const saysOf = (chance: Chance): Pick<State, 'reason' | 'route'> => ({
  reason: chance.pick(['', 'speed', 'speed', 'several', 'quality', 'unknown']),
  route: chance.pick(['', 'mailbox', 'form', 'phone', 'leadership', 'unknown']),
})

/** What a row tells besides the state that it repeats. */
function changed(chance: Chance, before: State, isEscalation: boolean): State {
  const state = { ...before, event: '' as const, actor: chance.pick(actors) }
  switch (chance.below(9)) {
    case 0:
      return state
    case 1:
    case 2:
      return { ...state, status: nextStatus(chance, before.status) }
    case 3:
      return { ...state, owner: chance.pick(owners) }
    case 4:
      return { ...state, team: chance.pick(['', 'Desk', 'Network', 'AV']) }
    case 5:
      return { ...state, event: chance.pick(events) }
    case 6:
      return isEscalation
        ? { ...state, outcome: chance.pick(['accepted', 'declined', 'withdrawn', 'duplicate']) }
        : {
            ...state,
            isFlagged: chance.once(3) !== before.isFlagged,
            priority: chance.pick(['P1', 'P2', 'P3']),
          }
    case 7:
      return isEscalation
        ? { ...state, ...saysOf(chance), satisfaction: chance.pick(['', 'good', 'bad']) }
        : { ...state, satisfaction: chance.pick(['', 'good', 'good', 'bad']) }
    default:
      return {
        ...state,
        event: chance.pick(['', ...events]),
        status: nextStatus(chance, before.status),
        owner: chance.pick(owners),
      }
  }
}

/** Everything a log writes of one item, from its beginning on until `end`. */
export function lifeOf(
  chance: Chance,
  first: State,
  { began, end, isEscalation }: { began: number; end: number; isEscalation: boolean },
): StateRow[] {
  const isOrdered = chance.once(2)
  const isBegunEarlier = chance.once(3)
  const rows: StateRow[] = []
  let state: State = { ...first, began: isBegunEarlier || chance.once(2) ? wallOf(began) : '' }
  let at = isBegunEarlier ? began + pause(chance) : began
  for (let left = 1 + chance.below(8); left > 0 && at < end; left--) {
    rows.push({ ...state, at: wallOf(at), order: isOrdered ? rows.length + 1 : null })
    state = changed(chance, state, isEscalation)
    at += pause(chance)
  }
  return rows
}

/** The state in which an item begins. */
export const firstState = (chance: Chance, id: string, isEscalation = false): State => ({
  id,
  event: '',
  status: chance.once(6) ? 'in_progress' : 'new',
  owner: chance.once(3) ? chance.pick(owners) : '',
  team: chance.pick(['', 'Desk', 'Network']),
  actor: '',
  began: '',
  priority: chance.pick(['P1', 'P2', 'P3']),
  service: chance.pick(['', 'Email', 'Printing']),
  requester: 'kim9',
  parent: '',
  isMajor: false,
  satisfaction: '',
  isFlagged: false,
  ticket: '',
  outcome: '',
  ...(isEscalation ? saysOf(chance) : { reason: '', route: '' }),
})
