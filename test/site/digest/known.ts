/** Releases made by hand as a digest reads them, with what the release before called. */
import type { PreviousFile } from '../../../data/contract.ts'
import type { Known } from '../../../site/digest/digest.ts'
import { type Fixture, full } from '../fixture.ts'

export const previousAsOf = '2026-11-19T17:00:00.000Z'

/** A release before that called nothing, or what is given. */
export const releaseBefore = (own: Partial<PreviousFile> = {}): PreviousFile => ({
  run: '20261120T030000000Z',
  as_of: previousAsOf,
  charts: [],
  calls: [],
  told: null,
  ...own,
})

/** A measure that had slipped. */
export const slipped = (measure: string): PreviousFile['charts'][number] => ({
  measure,
  variation: 'concerning',
  slipped: 'beyond_limit',
})

export const call = (
  issue: string,
  label: string,
  direction: 'up' | 'down' = 'up',
): PreviousFile['calls'][number] => ({ issue, label, direction, called_on: '2026-10-04' })

/** A fixture as it is known at a build. */
export const knownOf = ({ manifest, run, measures }: Fixture, previous: PreviousFile | null): Known => ({
  manifest: { ...manifest, previous_as_of: previous?.as_of ?? null },
  run,
  measures: new Map(measures.map((measure) => [measure.id, measure])),
  previous,
})

/** Two years of everything: one promise slipped, one issue rises. */
export const whole = (previous: PreviousFile | null = releaseBefore()): Known => knownOf(full(), previous)

const letters = (text: string): string => text.replaceAll(/[\s\u00a0]+/g, ' ').trim()

/** What is read of a document whose tags are taken away. */
export const readHtml = (html: string): string =>
  letters(
    html
      .replace(/^[\s\S]*<body[^>]*>/, '')
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))),
  ).replaceAll(/ (?=[.,:;])/g, '')

/** What is read of a text, without the signs of a list and the addresses. */
export const readText = (text: string): string =>
  letters(text.replaceAll(/:\nhttps?:.*$/gm, '').replaceAll(/^- |^ {2}/gm, '')).replaceAll(/ (?=[.,:;])/g, '')
