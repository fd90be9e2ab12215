/** That a list is old, and what fell due since it was last known. */
import { instant } from '../words/date.ts'
import { duration } from '../words/duration.ts'
import { number, sentenceCase } from '../words/number.ts'

/** "These lists are as known on Fri 20 Nov 2026, 17:00," and then how long ago that was. */
export const listsAsKnown = (knownUntil: string, zone: string): string =>
  `These lists are as known on ${instant(knownUntil, zone)},`

/** "8 days ago" */
export const ago = (milliseconds: number): string => `${duration(milliseconds / 60_000, 'elapsed')} ago`

/** "8 days before they were published" */
export const beforePublished = (milliseconds: number): string =>
  `${duration(milliseconds / 60_000, 'elapsed')} before they were published`

/** What the age of the lists means for whoever works by them. */
export const whatAgeMeans =
  'What was done since is not in them, and what fell due since is not counted as overdue.'

/** "3 of these fell due since the last export: it may have been done in time." */
export const fellDueSince = (items: number): string =>
  `${sentenceCase(items === 1 ? 'one' : number(items))} of these fell due after the last export. It may have been done in time: look in the tool.`
