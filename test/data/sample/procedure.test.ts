import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '../../..')
const told = join(root, '../shared/procedure.txt')
const ids =
  'acknowledged investigated owned updated resolved service-levels before-target ticket-quoted right-route owner-load recurring escalation-rate improvements effort satisfaction'

const plain = (text: string) =>
  text
    .replaceAll(/[\s•>]+|^- /gm, ' ')
    .replaceAll(/ - /g, ' ')
    .replaceAll(/\s+/g, ' ')

describe.each(['data/sample/procedure', 'data/procedure'])('the words in %s', (folder) => {
  const read = (name: string) => readFileSync(join(root, folder, name), 'utf8')
  const pages = readdirSync(join(root, folder)).filter((name) => name.endsWith('.md') && name !== 'README.md')
  const { promises } = parse(read('promises.yaml'))
  const flow = parse(read('flow.yaml'))

  test('hold one promise for each measure, in order', () => {
    expect(promises.map(({ measure }: { measure: string }) => measure)).toEqual(ids.split(' '))
    expect(promises.map(({ id }: { id: string }) => id)).toEqual(ids.split(' '))
    expect(promises.map(({ order }: { order: number }) => order)).toEqual(
      promises.map((_: unknown, i: number) => i + 1),
    )
  })

  test('tell what is asked of people from what is promised to them', () => {
    const asked = promises.filter(({ kind }: { kind?: string }) => kind === 'request')
    expect(asked.map(({ id }: { id: string }) => id)).toEqual([
      'before-target',
      'ticket-quoted',
      'right-route',
    ])
  })

  test('have a flow in which every edge leads somewhere and every node is reached', () => {
    const nodes: string[] = flow.nodes.map(({ id }: { id: string }) => id)
    const edges: { from: string; to: string }[] = flow.edges
    expect(edges.filter(({ from, to }) => !nodes.includes(from) || !nodes.includes(to))).toEqual([])
    expect(nodes.slice(1).filter((node) => !edges.some(({ to }) => to === node))).toEqual([])
  })

  test('give every page a title and an order of its own', () => {
    const orders = pages.map((name) => /^---\ntitle: .+\norder: (\d+)\n---\n\n\S/.exec(read(name))?.[1])
    expect(orders.toSorted()).toEqual(pages.map((_, i) => String(i + 1)))
  })
})

describe.runIf(existsSync(told))('the procedure, sentence by sentence', () => {
  const source = plain(existsSync(told) ? readFileSync(told, 'utf8') : '')
  const folder = join(root, 'data/sample/procedure')
  const quoted = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line.startsWith('>'))
    .join('\n')
  const quotes = plain(quoted)
    .split(' — IT Services: Escalation Procedure')
    .map((quote) => quote.trim())

  test('is quoted word for word', () => {
    expect(quotes.filter((quote) => !source.includes(quote))).toEqual([])
  })

  test('is all there: from "We have designed" to "Read more here" nothing but headings is left out', () => {
    const text = source.slice(source.indexOf('We have designed'), source.indexOf(' Back to top'))
    const left = quotes
      .filter((quote) => quote !== '')
      .reduce((rest, quote) => rest.replace(quote, '|'), text)
    const headings = left
      .split('|')
      .map((part) => part.trim())
      .filter((part) => part !== '')
    expect(headings).toEqual([
      'When To Escalate IT Issues',
      'How To Escalate IT Issues',
      'IT Services Escalation Procedure Flowchart',
      'ITS Escalation Procedure Diagram',
    ])
  })

  test('has said every sentence on the board', () => {
    const { promises } = parse(readFileSync(join(folder, 'promises.yaml'), 'utf8'))
    const parts = promises.flatMap(({ sentence }: { sentence: string }) => sentence.split(' … '))
    expect(parts.filter((part: string) => !source.includes(part))).toEqual([])
  })
})
