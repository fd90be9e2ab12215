import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Breakdown,
  type Figure,
  type MeasureFile,
  measureFile,
  type Series,
} from '../../data/contract.ts'
import type { Row, Told } from './compare.ts'
import { nameOf } from './figures.ts'

const clocked = ({ clock }: Pick<Figure, 'clock'>): string => (clock === null ? '' : ` ${clock}`)

const figureRow = (measure: string, figure: Figure): Row => [
  `figure ${nameOf(measure, figure.id, figure.item_kind, figure.scope)}${clocked(figure)}`,
  { ...figure },
]

const pointRows = (measure: string, { id, item_kind, scope, period, points }: Series): Row[] =>
  points.map(
    (point): Row => [`${period} ${nameOf(measure, id, item_kind, scope)} ${point.from}`, { ...point }],
  )

const cellRows = (measure: string, { id, item_kind, rows }: Breakdown): Row[] =>
  rows.flatMap(({ key, values, counts }) =>
    Object.entries(values).map(
      ([column, value]): Row => [
        `cell ${measure} ${id} ${item_kind} ${column} "${key}"`,
        { value, n: counts[column] ?? 0 },
      ],
    ),
  )

/** Every figure of a measure's file, by name. */
export const figuresOf = ({ id, headline, figures, series, breakdowns, curves }: MeasureFile): Row[] => [
  ...(headline ? [[`headline ${id}`, { ...headline }] as const] : []),
  ...figures.map((figure) => figureRow(id, figure)),
  ...series.flatMap((one) => pointRows(id, one)),
  ...breakdowns.flatMap((one) => cellRows(id, one)),
  ...curves.map(
    (curve): Row => [`curve ${id} ${curve.id} ${curve.item_kind} ${curve.clock}`, { n: curve.n }],
  ),
]

/** The figures of the release that stands in a folder, by name. */
export async function foundFigures(dir: string): Promise<Map<string, Told>> {
  const folder = join(dir, 'current', 'measures')
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) =>
      measureFile.parse(JSON.parse(await readFile(join(folder, name), 'utf8'))),
    ),
  )
  return new Map(files.flatMap(figuresOf))
}
