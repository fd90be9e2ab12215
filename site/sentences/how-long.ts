/** How long something takes, in words: "Half within 3 hours and 9 in 10 within 4 days." */
import type { ItemKind } from '../../data/contract.ts'
import type { Quantile, ToldTime } from '../measure/told.ts'
import { shortDay } from '../words/date.ts'
import { duration } from '../words/duration.ts'
import { list, part, sentenceCase } from '../words/number.ts'
import { items } from '../words/value.ts'

const within = (quantile: Quantile | null, at: number, clock: ToldTime['clock']): string[] => {
  if (quantile === null || quantile.value === null) return []
  const time = duration(quantile.value, clock)
  return [quantile.is_at_least ? `fewer than ${part(at)} within ${time}` : `${part(at)} within ${time}`]
}

const saidOf = (time: ToldTime | undefined): string | null => {
  if (time === undefined) return null
  const said = [...within(time.half, 0.5, time.clock), ...within(time.nine, 0.9, time.clock)]
  return said.length === 0 ? null : list(said)
}

const ofOne = (times: readonly ToldTime[], kind: ItemKind): string | null => {
  const [first] = times
  const elapsed = saidOf(times.find(({ clock }) => clock === 'elapsed'))
  const business = saidOf(times.find(({ clock }) => clock === 'business'))
  if (first === undefined || (elapsed === null && business === null)) return null
  const since = first.since === null ? '' : ` raised since ${shortDay(first.since)}`
  const beginning = `${sentenceCase(first.label)}, of ${items(first.n, kind)}${since}:`
  if (elapsed === null) return `${beginning} counting working time only, ${business}.`
  const working = business === null ? '' : ` Counting working time only: ${business}.`
  return `${beginning} ${elapsed}, nights and weekends included.${working}`
}

/** A sentence for each time of a kind of item; none where nothing can be told. */
export const howLong = (times: readonly ToldTime[], kind: ItemKind): string[] => {
  const own = times.filter((time) => time.item_kind === kind)
  return [...new Set(own.map(({ id }) => id))]
    .map((id) =>
      ofOne(
        own.filter((time) => time.id === id),
        kind,
      ),
    )
    .filter((said) => said !== null)
}
