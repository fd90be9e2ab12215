/** What is drawn of any flow can be read: nothing stands on anything else. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadSettings } from '../../etl/config/load.ts'
import { loadWords } from '../../etl/config/words.ts'
import { type Box, type Drawing, drawFlow, type Rectangle, whoLines } from '../../site/flow/draw.ts'
import type { DrawnLine, Piece, Point } from '../../site/flow/lines.ts'
import { sizes } from '../../site/flow/sizes.ts'
import { widthOf } from '../../site/flow/text.ts'
import { randomFlow } from './flows.ts'

const apart = (a: Rectangle, b: Rectangle): number =>
  Math.max(a.x - b.x - b.width, b.x - a.x - a.width, a.y - b.y - b.height, b.y - a.y - a.height)

const isIn = ({ x, y }: Point, box: Rectangle): boolean =>
  x > box.x + 0.1 && x < box.x + box.width - 0.1 && y > box.y + 0.1 && y < box.y + box.height - 0.1

/** Points along a piece, close enough that none slips past a corner. */
const pointsOf = ({ kind, from, to }: Piece): Point[] =>
  Array.from({ length: 41 }, (_, index) => {
    const t = index / 40
    if (kind === 'stroke') return { x: from.x, y: from.y + t * (to.y - from.y) }
    const middle = (from.y + to.y) / 2
    const bezier = (a: number, b: number, c: number, d: number): number =>
      (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d
    return { x: bezier(from.x, from.x, to.x, to.x), y: bezier(from.y, middle, middle, to.y) }
  })

const crossings = ({ boxes, labels, lines }: Drawing): string[] => {
  const things: [Rectangle, string][] = [
    ...boxes.map((box): [Rectangle, string] => [box, `step ${box.step.number}`]),
    ...labels.map((label): [Rectangle, string] => [label, label.lines.join(' ')]),
  ]
  return lines.flatMap(({ line, pieces }) => {
    const points = pieces.flatMap(pointsOf)
    const crossed = things.filter(([thing]) => points.some((point) => isIn(point, thing)))
    return crossed.map(([, name]) => `${line.from}-${line.to} crosses ${name}`)
  })
}

const closest = ({ boxes, labels }: Drawing): number => {
  const things: Rectangle[] = [...boxes, ...labels]
  return Math.min(
    Number.POSITIVE_INFINITY,
    ...things.flatMap((thing, index) => things.slice(0, index).map((other) => apart(thing, other))),
  )
}

const same = (a: Point, b: Point): boolean => Math.abs(a.x - b.x) < 0.1 && Math.abs(a.y - b.y) < 0.1

/** A line goes on where it stopped, but for the place of its label. */
const gapsOf = ({ pieces }: DrawnLine): number =>
  pieces.slice(1).filter((piece, index) => !same(pieces[index]?.to ?? piece.to, piece.from)).length

const isOnEdge = ({ x, y }: Point, box: Box): boolean =>
  x > box.x && x < box.x + box.width && (Math.abs(y - box.y) < 0.1 || Math.abs(y - box.y - box.height) < 0.1)

/** How wide a box is at its narrowest between two heights: a question has corners at its sides. */
const roomAt = ({ step, width, height }: Box, top: number, bottom: number): number => {
  if (step.kind !== 'question') return width
  const inset = (y: number): number => (Math.abs(y - height / 2) / (height / 2)) * sizes.corner
  return width - 2 * Math.max(inset(top), inset(bottom))
}

const textsOf = (box: Box): { text: string; size: number; top: number; bottom: number }[] => {
  const who = whoLines(box.step, box)
  const below = sizes.padding + who.length * sizes.whoLine
  const at = (size: number, line: number, from: number) => (text: string, index: number) => ({
    text,
    size,
    top: from + index * line,
    bottom: from + (index + 1) * line,
  })
  return [
    ...who.map(at(sizes.who, sizes.whoLine, sizes.padding)),
    ...box.lines.map(at(sizes.text, sizes.line, below)),
  ]
}

const overfull = (box: Box): string[] =>
  textsOf(box)
    .filter(
      ({ text, size, top, bottom }) =>
        widthOf(text, size) > roomAt(box, top, bottom) - 4 || bottom > box.height - sizes.padding + 0.1,
    )
    .map(({ text }) => text)

const look = (drawing: Drawing): void => {
  expect(closest(drawing)).toBeGreaterThanOrEqual(8)
  expect(crossings(drawing)).toEqual([])
  expect(drawing.boxes.flatMap(overfull)).toEqual([])
  for (const thing of [...drawing.boxes, ...drawing.labels]) {
    expect(Math.min(thing.x, thing.y)).toBeGreaterThanOrEqual(-0.1)
    expect(thing.x + thing.width).toBeLessThanOrEqual(drawing.width + 0.1)
    expect(thing.y + thing.height).toBeLessThanOrEqual(drawing.height + 0.1)
  }
  for (const drawn of drawing.lines) {
    const [target] = drawing.boxes.filter(({ step }) => step.number === drawn.line.to)
    expect(target && isOnEdge(drawn.tip, target)).toBe(true)
    expect(gapsOf(drawn)).toBe(drawn.line.label === null ? 0 : 1)
  }
}

/** Two lines that do not lead to the same box share no stretch. */
const shared = ({ lines }: Drawing): string[] => {
  const strokes = lines.flatMap(({ line, pieces }) =>
    pieces.filter(({ kind }) => kind === 'stroke').map((piece) => ({ line, ...piece })),
  )
  return strokes.flatMap((one, index) =>
    strokes
      .slice(0, index)
      .filter(
        (other) =>
          other.line !== one.line &&
          other.line.to !== one.line.to &&
          Math.abs(other.from.x - one.from.x) < 1 &&
          Math.min(one.to.y, other.to.y) - Math.max(one.from.y, other.from.y) > 0.5,
      )
      .map((other) => `${one.line.from}-${one.line.to} and ${other.line.from}-${other.line.to}`),
  )
}

test.each([
  ['without circles', false],
  ['with circles', true],
])('in a flow %s nothing stands on anything else, and every text fits its box', (_, hasCircles) => {
  fc.assert(
    fc.property(randomFlow(hasCircles), (flow) => {
      const drawing = drawFlow(flow)
      expect(drawing.boxes).toHaveLength(flow.nodes.length)
      expect(drawing.lines).toHaveLength(flow.edges.length)
      look(drawing)
      expect(shared(drawing)).toEqual([])
    }),
    { numRuns: 40, endOnFailure: true },
  )
})

test.each([
  ['of the sample', 'data/sample'],
  ['of the neutral words', 'data/skeleton'],
])('the flow %s is as wide as a phone, and fits a sheet of paper', async (_, dir) => {
  const { institution } = await loadSettings(dir)
  const { flow } = await loadWords(dir, 'data/procedure', institution)
  expect(drawFlow(flow).width).toBeLessThanOrEqual(sizes.widest)
  look(drawFlow(flow))
  const onPaper = drawFlow(flow, sizes.widestOnPaper)
  look(onPaper)
  expect(onPaper.width).toBeLessThanOrEqual(sizes.widestOnPaper)
  expect(onPaper.height).toBeLessThanOrEqual(1400)
})

test('one box alone is drawn', () => {
  const drawing = drawFlow({ nodes: [{ id: 'a', text: 'Call us', who: 'You' }], edges: [] })
  expect(drawing.boxes.map(({ x, y, lines }) => [x, y, lines])).toEqual([[0, 0, ['Call us']]])
})
