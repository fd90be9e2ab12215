/** The rows of the board that everybody sees, in the institution's order. */
import type { StaffPromise } from '../../data/contract.ts'
import type { Called } from '../sentences/standing.ts'
import type { Table } from '../tables/table.ts'
import { period } from '../words/date.ts'
import { number, sentenceCase } from '../words/number.ts'
import { aboutItems, aboutNumber, inRoughCell, roughly, tenthsValue } from '../words/rough.ts'
import { type Kind, promisesOf } from './kind.ts'
import { standingOf } from './standing.ts'
import { type Everybody, isOfTime, titleOf, which, wordsOf } from './told.ts'
import { type Why, whyInFull, whyUntold } from './untold.ts'

export type Shown = {
  words: string
  /** What it is a share of, and of how many. */
  note: string
  /** How an element names it, with the value of the release. */
  figure: string
  value: number | null
}

export type Row = {
  promise: StaffPromise
  sentence: string
  title: string | null
  shown: Shown | null
  /** Why there is no figure; null where there is one. */
  why: Why | null
  yearBefore: string
  standing: Called
}

const capital = (share: StaffPromise['share']): string =>
  share === null ? '–' : sentenceCase(roughly(share))

const ofHowMany = (promise: StaffPromise, { staff }: Everybody): string[] => {
  const { count, item_kind, period: kind, from, to } = promise
  const many =
    count === null || item_kind === null
      ? []
      : [
          `of ${isOfTime(promise.figure) ? 'the working hours of ' : ''}${aboutItems(count, item_kind, staff.rounded_to)}${which(promise)}`,
        ]
  return [...many, ...(kind === null || from === null || to === null ? [] : [period({ from, to }, kind)])]
}

const shownShare = (promise: StaffPromise, all: Everybody): Shown | null => {
  const { share, figure, measure } = promise
  if (share === null || figure === null) return null
  const notes = [
    ...[wordsOf(measure, figure, all)].filter((words) => words !== null),
    ofHowMany(promise, all).join(', '),
    ...(promise.can_be_told === 'bounds' ? ['our records show only part of it'] : []),
  ]
  return {
    words: capital(share),
    note: notes.join('; '),
    figure: `${figure}_in_tenths`,
    value: tenthsValue(share),
  }
}

const shownCount = ({ count, figure }: StaffPromise, { staff, manifest }: Everybody): Shown | null =>
  figure === null
    ? null
    : {
        words: sentenceCase(
          count === null ? `fewer than ${number(staff.rounded_to)}` : aboutNumber(count, staff.rounded_to),
        ),
        note: `issues had a ticket in the last ${manifest.window_days} days`,
        figure: `${figure}_rounded`,
        value: count,
      }

const rowOf = (promise: StaffPromise, all: Everybody): Row => {
  const why = whyUntold(promise, all.staff)
  const shown = promise.share === null ? shownCount : shownShare
  return {
    promise,
    sentence: all.manifest.promises.find(({ id }) => id === promise.id)?.sentence ?? '',
    title: titleOf(promise, all),
    shown: why === null ? shown(promise, all) : null,
    why,
    yearBefore: promise.year_before === null ? '–' : inRoughCell(promise.year_before),
    standing: standingOf(promise),
  }
}

/** One row a promise of a kind. */
export const boardOf = (kind: Kind, all: Everybody): Row[] =>
  promisesOf(kind, all).map((promise) => rowOf(promise, all))

const text = (words: string) => ({ words, value: null })

/** The headings of a kind: of the sentence, and of its figure. */
export const headsOf: Record<Kind, { sentence: string; figure: string }> = {
  promise: { sentence: 'The procedure says', figure: 'How well it is kept' },
  request: { sentence: 'The procedure asks', figure: 'How it goes' },
}

/** The board as a file holds it. */
export const boardTable = (kind: Kind, rows: readonly Row[]): Table => ({
  head: [
    kind === 'promise' ? 'Promise' : 'Request',
    'Measure',
    headsOf[kind].figure,
    'Of what',
    'A year before',
    'Against what is usual',
  ].map((label) => ({ label, kind: 'text' })),
  rows: rows.map(({ sentence, title, shown, why, yearBefore, standing }) => ({
    label: sentence,
    cells: [
      title ?? '–',
      shown?.words ?? (why === null ? '–' : whyInFull(why)),
      shown?.note ?? '–',
      yearBefore,
      shown === null ? '–' : standing.words,
    ].map(text),
  })),
})
