/** The rows of the promise board: what slips first, what is steady last, then what cannot be told. */
import type { Definition, Manifest, MeasureFile, Series } from '../data/contract.ts'
import { completePoints, seriesOf } from './figures.ts'
import { labelOf } from './sentences/board.ts'
import { type Compared, comparisons } from './sentences/comparison.ts'
import { countedPromises } from './sentences/counted.ts'
import { boundsOf, type Now, nowOf } from './sentences/now-figure.ts'
import { usualRange } from './sentences/range.ts'
import { soFar } from './sentences/so-far.ts'
import { judge, type Standing } from './sentences/standing.ts'
import { whyNoHeadline } from './sentences/telling.ts'
import { verdict } from './sentences/verdict.ts'
import { number } from './words/number.ts'
import { inCell } from './words/value.ts'

export type Spark = {
  values: number[]
  limits: { lower: number; mean: number; upper: number } | null
  /** The side on which the latest period breaks a rule. */
  signal: 'up' | 'down' | null
  isShare: boolean
  /** The same for who does not see it: "The last 26 months: between 36 % and 97 %." */
  words: string
}

export type BoardRow = {
  id: string
  sentence: string
  measure: string
  title: string | null
  standing: Standing
  /** What the standing is called: "Slipped", "Within usual". */
  words: string
  mark: string
  /** Whether it is judged and could slip: one way is better, and there is enough to tell by. */
  isJudged: boolean
  /** Whether it slipped or shows a sign of getting worse. */
  isWorse: boolean
  /** Why, in a sentence; null where there is nothing to say. */
  verdict: string | null
  /** The figure of the last complete period or of now; null where there is none, and `why` says why. */
  now: Now | null
  compared: Compared[]
  why: string | null
  spark: Spark | null
  /** The usual range in words, where there is one: "usual: 48 % to 100 %". */
  usual: string | null
  /** The period that still runs, in a sentence. */
  soFar: string | null
}

type Told = Omit<BoardRow, 'id' | 'sentence' | 'measure' | 'title'>

const none = {
  now: null,
  compared: [],
  spark: null,
  verdict: null,
  mark: '–',
  isJudged: false,
  isWorse: false,
  usual: null,
  soFar: null,
}
const untold = (measure: MeasureFile): Told => ({
  ...none,
  standing: 'untold',
  words: measure.can_be_told.answer === 'no' ? 'Cannot be told' : 'Nothing to tell yet',
  why: whyNoHeadline(measure),
})
const unmeasured: Told = {
  ...none,
  standing: 'unmeasured',
  words: 'Not measured yet',
  why: 'Not measured yet.',
}

const pointsOfSpark = 26

const sparkWords = (values: readonly number[], { unit, period: kind }: Series): string => {
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) =>
    inCell({ value, unit, clock: null }),
  )
  return `The last ${number(values.length)} ${kind}s: between ${least} and ${most}.`
}

const sparkOf = (series: Series): Spark | null => {
  const { chart, unit } = series
  const values = completePoints(series)
    .slice(-pointsOfSpark)
    .map(({ value }) => value)
  if (values.length < 2) return null
  const segment = chart?.segments.at(-1)
  return {
    values,
    limits: segment === undefined || segment.is_provisional ? null : segment,
    signal: chart?.signals.find(({ from }) => from === chart.latest)?.side ?? null,
    isShare: unit === 'share',
    words: sparkWords(values, series),
  }
}

const goodOf = ({ definition }: MeasureFile, id: string): Definition['good'] =>
  definition.figures.find((figure) => figure.id === id)?.good ?? definition.good

/** A promise that is told by a share over time. */
const ofShare = (measure: MeasureFile, series: Series, manifest: Manifest): Told => {
  const last = completePoints(series).at(-1)
  if (last === undefined) return untold(measure)
  const range = usualRange(series)
  return {
    ...judge(series, goodOf(measure, series.id), last.n),
    verdict: verdict(series),
    now: nowOf(measure, series, last, labelOf(measure, series.id, manifest) ?? ''),
    compared: comparisons(series, manifest.terms),
    why: null,
    spark: sparkOf(series),
    usual: range === null ? null : `usual: ${range}`,
    soFar: soFar(series),
  }
}

const ofCount = (measure: MeasureFile, manifest: Manifest): Told => {
  const { headline } = measure
  const counted = countedPromises[measure.id]
  if (headline === null || headline.value === null || counted === undefined) return untold(measure)
  const { value, id, item_kind } = headline
  const series = counted.series === null ? null : seriesOf(measure, counted.series, item_kind)
  const of = [counted.note(measure, value, manifest), ...boundsOf(measure)].join('; ')
  return {
    ...none,
    standing: 'plain',
    ...counted.called(measure),
    now: { words: number(value), label: '', of, figure: id, value, period: null },
    why: null,
    spark: series === null ? null : sparkOf(series),
  }
}

const toldOf = (measure: MeasureFile | undefined, manifest: Manifest): Told => {
  if (measure === undefined) return unmeasured
  if (countedPromises[measure.id] !== undefined) return ofCount(measure, manifest)
  const { headline } = measure
  const series = headline === null ? null : seriesOf(measure, headline.id, headline.item_kind)
  return series === null ? untold(measure) : ofShare(measure, series, manifest)
}

const order: readonly Standing[] = ['slipped', 'unusual', 'plain', 'steady', 'early', 'untold', 'unmeasured']

/** One row a promise, by how it stands and then in the institution's order. */
export const boardRows = (manifest: Manifest, measures: ReadonlyMap<string, MeasureFile>): BoardRow[] =>
  [...manifest.promises]
    .sort((a, b) => a.order - b.order)
    .map(({ id, sentence, measure }) => ({
      id,
      sentence,
      measure,
      title: measures.get(measure)?.definition.title ?? null,
      ...toldOf(measures.get(measure), manifest),
    }))
    .sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing))

export type Beside = { id: string; title: string; standing: string }

/** What is measured and is no promise of the institution, by how it stands. */
export const besidesOf = (manifest: Manifest, measures: ReadonlyMap<string, MeasureFile>): Beside[] =>
  [...measures.values()]
    .filter(({ id }) => manifest.promises.every(({ measure }) => measure !== id))
    .map((measure) => ({
      id: measure.id,
      title: measure.definition.title,
      standing: toldOf(measure, manifest).words.toLowerCase(),
    }))
