/** What a page of a measure shows: made from the release at build, and from cells in the browser where a filter is set. */
import type { ItemKind, Manifest, Series } from '../../data/contract.ts'
import { controlInput, latest, lineInput, stepInput } from '../charts/from-measure.ts'
import type { ChartInput } from '../charts/input.ts'
import { type Compared, comparisons } from '../sentences/comparison.ts'
import { type Headline, headlineOf } from '../sentences/headline.ts'
import { howLong } from '../sentences/how-long.ts'
import { assurance, verdict } from '../sentences/verdict.ts'
import { shortDay } from '../words/date.ts'
import { sentenceCase } from '../words/number.ts'
import { items, noun } from '../words/value.ts'
import { shareNamed, type Told, type ToldShare, type ToldTime } from './told.ts'

/** What a page knows besides figures; small enough to travel with it. */
export type Setting = Pick<Manifest, 'changes' | 'terms'> & {
  measure: string
  /** The share that stands for the measure. */
  headline: { id: string; item_kind: ItemKind } | null
  /** "As known on Fri 20 Nov 2026, 17:00" */
  known: string
}

/** Whose figures a view is of: `of` names the filter, null for everything; `beside` is drawn as a second line. */
export type Whose = { of: string | null; beside: { label: string; told: Told } | null }
export const everything: Whose = { of: null, beside: null }
const isOfEverything = ({ of, beside }: Whose): boolean => of === null && beside === null

export type Shown = {
  /** Id of the figure's element. */
  id: string
  item_kind: ItemKind
  part: 'share' | 'time'
  heading: string
  /** As its controls and its table are called; unique on a page. */
  name: string
  /** Null where there is nothing to draw. */
  chart: ChartInput | null
  /** All periods, where `chart` has only the last of them. */
  whole: ChartInput | null
  caption: string
}

export type View = {
  headline: Headline | null
  sentences: string[]
  comparisons: Compared[]
  /** How long it takes, a sentence for each kind of item and time. */
  howLong: Record<ItemKind, string[]>
  figures: Shown[]
}

const headingOf = ({ label }: ToldShare): string =>
  label.startsWith('of ') ? `Share ${label}` : sentenceCase(label)

const captionOf = ({ label, series }: ToldShare, of: string | null, known: string): string => {
  const many = noun(series.item_kind, 2)
  const how = series.unit === 'per_100' ? 'How many in a hundred' : 'Share'
  const what = label.startsWith('of ') ? `${label}, ${many}` : `of the ${many}: ${label},`
  const whose = of === null ? '' : ` Only ${of}.`
  const leftOut = series.item_kind === 'ticket' ? 'cancelled' : 'withdrawn or duplicate'
  return `${how} ${what} by ${series.period}.${whose} Those ${leftOut} are left out. ${known}.`
}

/** A series with the periods of another, without a value where it has none. */
const alignedWith = ({ points }: Series, other: Series): Series => {
  const known = new Map(other.points.map((point) => [point.from, point]))
  const nothing = { value: null, n: 0, low: null, high: null }
  return { ...other, points: points.map((point) => ({ ...point, ...(known.get(point.from) ?? nothing) })) }
}

const chartOf = (share: ToldShare, { of, beside }: Whose, setting: Setting): ChartInput | null => {
  const { series, label } = share
  if (isOfEverything({ of, beside })) return controlInput(series, setting, label, { good: share.good })
  const other = beside && shareNamed(beside.told, series.id, series.item_kind)
  const own = { label: of ?? 'Everything', of: series }
  if (beside === null || other === null) return lineInput([own], setting)
  return lineInput([own, { label: beside.label, of: alignedWith(series, other.series) }], setting)
}

/** So many weeks does a page show of the share that stands for a measure, and of any other; the file has them all. */
const weeksShown = { headline: 104, other: 53 }

const mostPoints = ({ series }: ToldShare, { headline }: Setting): number => {
  if (series.period !== 'week') return Number.POSITIVE_INFINITY
  return series.id === headline?.id && series.item_kind === headline.item_kind
    ? weeksShown.headline
    : weeksShown.other
}

/** The share with its last points; null where it has no more than those. */
const lastOf = (share: ToldShare, most: number): ToldShare | null =>
  share.series.points.length <= most ? null : { ...share, series: latest(share.series, most) }

const lastWords = (share: ToldShare | null): string =>
  share === null ? '' : ` The last ${share.series.points.length} ${share.series.period}s; the file has all.`

const shareShown = (share: ToldShare, whose: Whose, setting: Setting): Shown => {
  const { id, item_kind, period } = share.series
  const heading = `${headingOf(share)}, by ${period}`
  const last = isOfEverything(whose) ? lastOf(share, mostPoints(share, setting)) : null
  return {
    id: `${item_kind}-${id.replaceAll('_', '-')}`,
    item_kind,
    part: 'share',
    heading,
    name: `${sentenceCase(noun(item_kind, 2))}: ${heading}`,
    chart: chartOf(last ?? share, whose, setting),
    whole: last === null ? null : chartOf(share, whose, setting),
    caption: `${captionOf(share, whose.of, setting.known)}${lastWords(last)}`,
  }
}

const clocks = {
  elapsed: { words: 'counting every hour', note: 'Every hour counts, nights and weekends too.' },
  business: {
    words: 'counting working time',
    note: 'Only working time counts; a day is 8 working hours.',
  },
}

const timeShown = (time: ToldTime, { of }: Whose, { known }: Setting): Shown => {
  const { id, item_kind, clock, label, n, since, points } = time
  const heading = `${sentenceCase(label)}, ${clocks[clock].words}`
  const raised = since === null ? '' : ` raised since ${shortDay(since)}`
  const whose = of === null ? '' : ` Only ${of}.`
  return {
    id: `${item_kind}-${id.replaceAll('_', '-')}-by-${clock}`,
    item_kind,
    part: 'time',
    heading,
    name: `${sentenceCase(noun(item_kind, 2))}: ${heading}`,
    chart: stepInput({ item_kind, clock, points }, 'done by then'),
    whole: null,
    caption: `Share of ${items(n, item_kind)}${raised} by the time that has passed; those still waiting count for as long as they have waited.${whose} ${clocks[clock].note} ${known}.`,
  }
}

/** The view of what is told. A verdict is given of everything only: of one filter among many, chance alone would show some. */
export const viewOf = (told: Told, setting: Setting, whose: Whose = everything): View => {
  const { headline } = setting
  const main = headline && shareNamed(told, headline.id, headline.item_kind)
  const sentences =
    main === null || whose.of !== null ? [] : [verdict(main.series), assurance(main.series, main.good)]
  return {
    headline: main && headlineOf(main),
    sentences: sentences.filter((said) => said !== null),
    comparisons: main === null ? [] : comparisons(main.series, setting.terms),
    howLong: { escalation: howLong(told.times, 'escalation'), ticket: howLong(told.times, 'ticket') },
    figures: [
      ...told.shares.map((share) => shareShown(share, whose, setting)),
      ...told.times.map((time) => timeShown(time, whose, setting)),
    ],
  }
}
