import type { OwnersFile, PersonLoad } from '../../../data/contract.ts'
import type { Settings } from '../../config/settings.ts'
import type { Database, Row } from '../../db/database.ts'
import { erasedPerson } from '../../ingest/persons.ts'
import { assessmentOf, leadershipOwners } from './leaders.ts'
import { aloneFrom, fewestPeople, type Holder, merged } from './merged.ts'
import { peopleShown } from './shown.ts'

export interface OwnersParts {
  readonly database: Database
  readonly settings: Settings
  readonly run: string
  readonly asOf: string
  readonly knownUntil: string
  /** An ISO instant: by it the assessment is made, or still to come. */
  readonly now: string
}

interface HolderRow extends Holder {
  readonly oldest_ticket_days: number | null
  readonly oldest_escalation_days: number | null
}

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)

/** Open items and their share of all that a person holds. */
const heldOf = (open: number, owned: number) => ({ open, share: owned === 0 ? null : open / owned })

const loadOf = (open: number, owned: number, oldest: number | null): PersonLoad['ticket'] => ({
  ...heldOf(open, owned),
  oldest_days: open < aloneFrom ? null : oldest,
})

const ofAll = (holders: readonly Holder[]) => ({
  tickets: sum(holders.map(({ tickets }) => tickets)),
  escalations: sum(holders.map(({ escalations }) => escalations)),
})

type Owned = ReturnType<typeof ofAll>

const personOf = (holder: HolderRow, who: string, owned: Owned): PersonLoad => ({
  who,
  ticket: loadOf(holder.tickets, owned.tickets, holder.oldest_ticket_days),
  escalation: loadOf(holder.escalations, owned.escalations, holder.oldest_escalation_days),
})

function othersOf(holders: readonly Holder[], owned: Owned): OwnersFile['others'] {
  if (holders.length === 0) return null
  const { tickets, escalations } = ofAll(holders)
  return {
    people: holders.length,
    ticket: heldOf(tickets, owned.tickets),
    escalation: heldOf(escalations, owned.escalations),
  }
}

const byName = (a: PersonLoad, b: PersonLoad): number => a.who.localeCompare(b.who, 'en-GB')

/** What leaders may see of who holds how much; null where owners are hidden from them. */
export async function ownersFileOf(parts: OwnersParts): Promise<OwnersFile | null> {
  const { database, settings, run } = parts
  const [owners, dpia] = [leadershipOwners(settings, parts.now), assessmentOf(settings)]
  if (owners === 'hidden' || dpia === null) return null
  const rows = await database.rowsOf<HolderRow & Row>(new URL('holders.sql', import.meta.url))
  const owned = ofAll(rows)
  const holders = rows.filter(({ owner }) => owner !== erasedPerson)
  const isTooFew = owners === 'coded' && holders.length < fewestPeople
  const { alone, others } = merged(isTooFew ? [] : holders)
  const people = alone.map(({ owner }) => owner)
  const shown = await peopleShown(database, owners, people, { run, audience: 'leadership' })
  return {
    as_of: parts.asOf,
    known_until: parts.knownUntil,
    owners,
    dpia,
    alone_from: aloneFrom,
    is_too_few: isTooFew,
    people: alone
      .flatMap((holder) => {
        const who = shown(holder.owner)
        return who === null ? [] : [personOf(holder, who, owned)]
      })
      .sort(byName),
    others: othersOf(others, owned),
  }
}
