/** What a page of a measure shows: made from the release at build, and from cells in the browser where a filter is set. */
import type { ItemKind, Series } from '../../data/contract.ts'
import { controlInput, latest, lineInput, stepInput } from '../charts/from-measure.ts'
import type { ChartInput, ChartPoint } from '../charts/input.ts'
import { assurance } from '../sentences/assurance.ts'
import { type Compared, comparisons } from '../sentences/comparison.ts'
import { type Headline, headlineOf } from '../sentences/headline.ts'
import { howLong } from '../sentences/how-long.ts'
import { soFar } from '../sentences/so-far.ts'
import { verdict } from '../sentences/verdict.ts'
import { shortDay } from '../words/date.ts'
import { number, sentenceCase } from '../words/number.ts'
import { partOfKind, shareHeading } from '../words/share.ts'
import { items, noun } from '../words/value.ts'
import type { Setting } from './setting.ts'
import { shareNamed, type Told, type ToldShare, type ToldTime } from './told.ts'

/** What is drawn as a second line, a line a share. */
export type Beside = {
  label: string
  shares: (Pick<Series, 'id' | 'item_kind'> & { points: ChartPoint[] })[]
}

/** Whose figures a view is of: `of` names the filter, null for everything. */
export type Whose = { of: string | null; beside: Beside | null }
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

/** "Of 16 to 68 escalations a month."; nothing where no period is complete. */
const denominator = ({ item_kind, period, points }: Series): string => {
  const counts = points.filter((point) => point.is_complete).map(({ n }) => n)
  if (counts.length === 0) return ''
  const [least, most] = [Math.min(...counts), Math.max(...counts)]
  const many = least === most ? items(most, item_kind) : `${number(least)} to ${items(most, item_kind)}`
  return ` Of ${many} a ${period}.`
}

const captionOf = ({ label, series }: ToldShare, of: string | null, known: string): string => {
  const how = series.unit === 'per_100' ? 'How many in a hundred' : 'Share'
  const what = partOfKind(label, series.item_kind)
  const whose = of === null ? '' : ` Only ${of}.`
  const leftOut = series.item_kind === 'ticket' ? 'cancelled' : 'withdrawn or duplicate'
  return `${how} ${what} by ${series.period}.${denominator(series)}${whose} Those ${leftOut} are left out. ${known}.`
}

/** Points in the periods of a series, without a value where there is none. */
const alignedWith = (series: Series, others: readonly ChartPoint[]) => {
  const known = new Map(others.map((point) => [point.from, point]))
  const nothing = { value: null, n: null, low: null, high: null }
  const points = series.points.map((point) => ({ ...point, ...(known.get(point.from) ?? nothing) }))
  return { ...series, points }
}

const chartOf = (share: ToldShare, { of, beside }: Whose, setting: Setting): ChartInput | null => {
  const { series, label } = share
  if (isOfEverything({ of, beside })) return controlInput(series, setting, label, { good: share.good })
  const other = beside?.shares.find(({ id, item_kind }) => id === series.id && item_kind === series.item_kind)
  const own = { label: of ?? 'Everything', of: series }
  if (beside === null || other === undefined) return lineInput([own], setting)
  return lineInput([own, { label: beside.label, of: alignedWith(series, other.points) }], setting)
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
  const heading = `${shareHeading(share.label)}, by ${period}`
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

/** Of what is told only once it is over nothing waits: the time from a ticket to its escalation. */
const isOver = ({ id }: ToldTime): boolean => id === 'lead'

const waitingWords = '; those still waiting count for as long as they have waited'

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
    chart: stepInput({ item_kind, clock, points }, isOver(time) ? 'escalated by then' : 'done by then'),
    whole: null,
    caption: `Share of ${items(n, item_kind)}${raised} by the time that has passed${isOver(time) ? '' : waitingWords}.${whose} ${clocks[clock].note} ${known}.`,
  }
}

const noVerdict =
  'Under a filter nothing is called slipped or usual: of so many filters, some would stand out by chance.'

/** The view of what is told. A verdict is given of everything only: of one filter among many, chance alone would show some. */
export const viewOf = (told: Told, setting: Setting, whose: Whose = everything): View => {
  const { headline } = setting
  const main = headline && shareNamed(told, headline.id, headline.item_kind)
  const large = main && headlineOf(main)
  const sentences =
    main === null || whose.of !== null
      ? [large && noVerdict]
      : [verdict(main.series), soFar(main.series), assurance(main.series, main.good)]
  return {
    headline: large,
    sentences: sentences.filter((said) => said !== null),
    comparisons: main === null ? [] : comparisons(main.series, setting.terms),
    howLong: { escalation: howLong(told.times, 'escalation'), ticket: howLong(told.times, 'ticket') },
    figures: [
      ...told.shares.map((share) => shareShown(share, whose, setting)),
      ...told.times.map((time) => timeShown(time, whose, setting)),
    ],
  }
}
