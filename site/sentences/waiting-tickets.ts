/** What the page of tickets past a target opens with. */
import type { Manifest, WaitingFile } from '../../data/contract.ts'
import { worstOf } from '../operations/lacks.ts'
import { count, list, number, sentenceCase } from '../words/number.ts'
import { hasTeams } from './all-teams.ts'
import { clockOf, lateness } from './waiting-lacks.ts'

type Told = Pick<WaitingFile, 'tickets'>
type Known = Pick<Manifest, 'sources' | 'targets'>

const wasRead = ({ sources }: Known): boolean =>
  sources.some(({ entity, known_until }) => entity === 'ticket' && known_until !== null)

/** What waits, in a few words. */
export const lateHeading = ({ tickets }: Told, known: Known): string => {
  if (tickets.length > 0)
    return `${sentenceCase(count(tickets.length, 'ticket'))} ${tickets.length === 1 ? 'is' : 'are'} past target`
  if (!wasRead(known)) return 'Nothing can be told yet'
  return known.targets.length > 0 ? 'No ticket is past its target' : 'No target is published'
}

const toDo = { response: 'answered', resolution: 'resolved' } as const

const missedOf = ({ tickets }: Told): string => {
  const said = (['response', 'resolution'] as const).flatMap((what) => {
    const missed = tickets.filter(({ lacks }) => lacks.some((lack) => lack.what === what)).length
    return missed === 0 ? [] : [`${number(missed)} should have been ${toDo[what]}`]
  })
  return `By now ${list(said)}.`
}

const unowned = ({ tickets }: Told): string[] => {
  const without = tickets.filter(({ has_owner }) => has_owner === false).length
  if (without === 0) return []
  return [`${sentenceCase(number(without))} of them ${without === 1 ? 'has' : 'have'} no owner.`]
}

const allTeams = ({ tickets }: Told): string[] =>
  hasTeams(tickets) ? ['These numbers are of all teams.'] : []

/** Which targets were missed, by how much the worst, and how many of the tickets nobody owns. */
export const lateSentences = (told: Told, known: Known): string[] => {
  const worst = worstOf(told.tickets[0]?.lacks ?? [])
  if (worst !== null)
    return [
      missedOf(told),
      `The most overdue is ${lateness(worst, clockOf([worst]))} late.`,
      ...unowned(told),
      ...allTeams(told),
    ]
  if (!wasRead(known)) return ['No export that tells of tickets has been read.']
  if (known.targets.length === 0) return ['So no ticket can be past one.']
  return ['Every open ticket with a published target is within it, as far as that can be told.']
}
