/** What the page of open escalations opens with. */
import type { Manifest, WaitingFile } from '../../data/contract.ts'
import { isLacking, isOverdue, type LackCount, lackCounts } from '../operations/lacks.ts'
import { duration } from '../words/duration.ts'
import { count, list, number, sentenceCase } from '../words/number.ts'
import { ofAllTeams } from './all-teams.ts'

type Escalations = WaitingFile['escalations']
type Told = Pick<WaitingFile, 'escalations'>
type Sources = Manifest['sources']

/** Whether anything was read that would tell of escalations. Where no source is theirs, a flag on tickets tells of them. */
const wasRead = (sources: Sources): boolean => {
  const theirs = sources.filter(({ entity }) => entity !== 'ticket')
  return (theirs.length > 0 ? theirs : sources).some(({ known_until }) => known_until !== null)
}

const are = (value: number, one: string, several: string): string => (value === 1 ? one : several)

/** What waits, in a few words. */
export const waitingHeading = ({ escalations }: Told, { sources }: Pick<Manifest, 'sources'>): string => {
  const overdue = escalations.filter(isOverdue).length
  const lacking = escalations.filter(isLacking).length
  if (escalations.length === 0) return wasRead(sources) ? 'Nothing waits' : 'Nothing can be told yet'
  if (overdue > 0)
    return `${sentenceCase(count(overdue, 'escalation'))} ${are(overdue, 'has', 'have')} something overdue`
  if (lacking > 0)
    return `${sentenceCase(count(lacking, 'escalation'))} ${are(lacking, 'lacks', 'lack')} something, nothing is overdue`
  return 'Nothing is missing'
}

const oldestUnacknowledged = (escalations: Escalations): string[] => {
  const oldest = escalations
    .filter(({ lacks }) => lacks.some(({ what }) => what === 'acknowledgement'))
    .toSorted((a, b) => a.begun_at.localeCompare(b.begun_at))[0]
  if (oldest === undefined || oldest.age_minutes === null) return []
  return [`The oldest without an acknowledgement has waited ${duration(oldest.age_minutes, 'elapsed')}.`]
}

/** For how many of those that lack something it is overdue. */
const ofThem = (lacking: number, overdue: number): string => {
  if (overdue === 0) return ', and nothing of it is overdue'
  if (overdue === lacking) return are(lacking, ', and it is overdue', ', and for each of them it is overdue')
  return `: for ${number(overdue)} of them it is overdue, for ${number(lacking - overdue)} it is not`
}

const howMany = (escalations: Escalations): string => {
  const lacking = escalations.filter(isLacking).length
  const overdue = escalations.filter(isOverdue).length
  const open = `${count(escalations.length, 'open escalation')}${ofAllTeams(escalations)}`
  return `${number(lacking)} of ${open} ${are(lacking, 'lacks', 'lack')} something${ofThem(lacking, overdue)}.`
}

/** How many are open and not listed; null where none is. */
export const leftOutSentence = ({ left_out }: { left_out: number }): string | null =>
  left_out === 0
    ? null
    : `Not listed: ${count(left_out, 'escalation')} that ${left_out === 1 ? 'was' : 'were'} withdrawn or ${left_out === 1 ? 'is a duplicate' : 'are duplicates'}, and still open in the records.`

/** How many escalations are open, how many lack something, and who has waited longest. */
export const waitingSentences = ({ escalations }: Told, { sources }: Pick<Manifest, 'sources'>): string[] => {
  if (escalations.length === 0)
    return [
      wasRead(sources) ? 'No escalation is open.' : 'No export that tells of escalations has been read.',
    ]
  if (escalations.some(isLacking)) return [howMany(escalations), ...oldestUnacknowledged(escalations)]
  const [be, them] = escalations.length === 1 ? ['is', 'it'] : ['are', 'them']
  const open = sentenceCase(count(escalations.length, 'escalation'))
  return [`${open} ${be} open, and nothing that can be told of ${them} is missing.`]
}

const lacked: Record<LackCount['what'], (manifest: Pick<Manifest, 'within'>) => string> = {
  acknowledgement: () => 'not acknowledged',
  owner: () => 'without an owner',
  update: ({ within }) => `without word to the requester for ${within.updated ?? 'the set time'}`,
  log_entry: () => 'not in the log, in the mailbox only',
}

export type CountWords = LackCount & { words: string; more: string | null }

/** Whether the sources of at least one escalation can tell. */
const isTold = (what: LackCount['what'], escalations: Escalations): boolean => {
  if (what === 'owner') return escalations.some(({ has_owner }) => has_owner !== null)
  if (what === 'update') return escalations.some(({ next_update_due_at }) => next_update_due_at !== null)
  return (
    what === 'acknowledgement' || escalations.some(({ lacks }) => lacks.some((lack) => lack.what === what))
  )
}

const moreOf = ({ what, items, overdue }: LackCount): string | null => {
  // whoever has had no word for so long is overdue by that
  if (what === 'update' || overdue === 0) return null
  if (overdue === items) return are(items, 'Overdue.', 'All overdue.')
  return `${number(overdue)} overdue.`
}

/** What is lacked, each with its number, as far as the sources can tell. */
export const countsInWords = (escalations: Escalations, manifest: Pick<Manifest, 'within'>): CountWords[] =>
  lackCounts(escalations)
    .filter(({ what }) => isTold(what, escalations))
    .map((counted) => ({ ...counted, words: lacked[counted.what](manifest), more: moreOf(counted) }))

/** What cannot be told of any escalation, so that nothing is said of it. */
export const notTold = (escalations: Escalations): string | null => {
  const things = [
    ...(isTold('owner', escalations) ? [] : ['who owns an escalation']),
    ...(isTold('update', escalations) ? [] : ['when a requester last heard']),
  ]
  if (escalations.length === 0 || things.length === 0) return null
  return `${sentenceCase(list(things))} cannot be told from the sources.`
}

/** What the times rest on that things are due by. */
export const whatIsDue = ({ within }: Pick<Manifest, 'within'>): string | null => {
  const { acknowledged, owned, updated } = within
  const times = [
    acknowledged && `an acknowledgement within ${acknowledged}`,
    owned && `an owner from the acknowledgement on, ${owned} after receipt at the latest`,
    updated && `word to the requester within ${updated} of the last`,
  ].filter((said) => said !== undefined && said !== '')
  if (times.length === 0) return null
  return `Counted as due: ${list(times as string[])}. The department set these times to measure by; they need not be a promise.`
}

/** That more may have been done since. */
export const asItWas =
  'Everything here is as the last exports have it. What was done since is not in it, so look in the tool before you ask.'
