/** The one sentence that the leadership page opens with. */
import type { Manifest, MeasureFile } from '../../data/contract.ts'
import { numberOf } from '../figures.ts'
import { count, list, number } from '../words/number.ts'
import { lastMonth } from './acknowledged.ts'

type Measures = ReadonlyMap<string, MeasureFile>

const nowParts = (measures: Measures): string[] => {
  const acknowledged = measures.get('acknowledged')
  const load = measures.get('owner-load')
  const recurring = measures.get('recurring')
  const waits = acknowledged && numberOf(acknowledged, 'waiting_now', 'escalation')
  const open = load && numberOf(load, 'open_now', 'ticket')
  const unowned = load && numberOf(load, 'unowned_now', 'ticket')
  const active = recurring?.headline?.value
  const rising = recurring && numberOf(recurring, 'rising', 'ticket')
  return [
    waits == null
      ? null
      : `${count(waits, 'escalation')} ${waits === 1 ? 'waits' : 'wait'} to be acknowledged`,
    open == null || unowned == null || open === 0
      ? null
      : `${number(unowned)} of ${number(open)} open tickets ${unowned === 1 ? 'has' : 'have'} no owner`,
    active == null
      ? null
      : `${count(active, 'issue')} ${active === 1 ? 'recurs' : 'recur'}${rising ? `, ${number(rising)} of them rising` : ''}`,
  ].filter((part) => part !== null)
}

/** The last complete month and what stands now, or that there is nothing to tell yet. */
export const opening = (measures: Measures, manifest: Manifest): string => {
  const acknowledged = measures.get('acknowledged')
  const month = acknowledged && lastMonth(acknowledged, withinOf(manifest, 'acknowledged'))
  const now = nowParts(measures)
  const said = [month ?? null, now.length === 0 ? null : `Now ${list(now)}.`].filter((part) => part !== null)
  return said.length === 0
    ? 'There is nothing to tell yet: no complete period holds enough items.'
    : said.join(' ')
}

/** The fixed time of a measure in words, e.g. "1 business day". */
export const withinOf = (manifest: Manifest, measure: string): string =>
  manifest.within[measure] ?? 'the fixed time'

/** What a share is a share of, in the measure's own words: "acknowledged within 1 business day". */
export const labelOf = (measure: MeasureFile, id: string, manifest: Manifest): string | null => {
  const label = measure.definition.figures.find((figure) => figure.id === id)?.label ?? null
  const fixed = manifest.within[measure.id]
  return fixed === undefined ? label : (label?.replace('the fixed time', fixed) ?? null)
}
