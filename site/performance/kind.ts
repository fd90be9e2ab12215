/** What the institution promises, and what it asks of those who escalate: one board, two lists. */
import type { Manifest, StaffPromise } from '../../data/contract.ts'
import { type Everybody, wordsOf } from './told.ts'

export type Kind = Manifest['promises'][number]['kind']

/** Those of a kind, in the institution's order. */
export const promisesOf = (kind: Kind, { staff, manifest }: Everybody): StaffPromise[] => {
  const ids = new Set(manifest.promises.filter((promise) => promise.kind === kind).map(({ id }) => id))
  return staff.promises.filter(({ id }) => ids.has(id))
}

const timeIn = ({ measure, figure }: StaffPromise, all: Everybody): string[] => {
  const time = all.manifest.within[measure]
  const words = figure === null ? null : wordsOf(measure, figure, all)
  return time !== undefined && words?.includes(time) ? [time] : []
}

/** That the times in the figures are no promises; null where no figure has one. */
export const yardstickOf = (kind: Kind, all: Everybody): string | null => {
  const time = promisesOf(kind, all).flatMap((promise) => timeIn(promise, all))[0]
  return time === undefined
    ? null
    : `Times such as ${time} are what we measure by. They are not promised, unless the procedure’s own words say so.`
}
