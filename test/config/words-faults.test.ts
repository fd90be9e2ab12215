/** What a page or a flow may not hold, with its line and what to write. */
import { expect, test } from 'vitest'
import { loadWords } from '../../etl/config/words.ts'
import { institution } from '../support/institution.ts'
import { installation } from './installation.ts'

const refusal = async (files: Record<string, string>): Promise<string> =>
  loadWords(await installation(files), 'data/procedure', institution()).then(
    () => 'it was accepted',
    (error: Error) => error.message,
  )
const page = (body: string, name = 'a'): Promise<string> =>
  refusal({ [`procedure/${name}.md`]: `---\ntitle: A\norder: 1\n---\n${body}` })

test.each([
  [
    'an address that runs a script',
    'One.\n\n[x](javascript:alert(1))',
    'a.md:7: a link may not begin with "javascript:"',
  ],
  ['one in a reference', '[x]\n\n[x]: data:text/html,x', 'a.md:7: a link may not begin with "data:"'],
  ['one in angle brackets', '<javascript:alert(1)>', 'a.md:5: a link may not begin with "javascript:"'],
  [
    'an address without a beginning',
    '[x](escalate)',
    'a.md:5: a link to "escalate" leads nowhere. Begin it with https://',
  ],
  [
    'an address of whatever protocol',
    '[x](//evil.example)',
    'a.md:5: a link to "//evil.example" leads nowhere',
  ],
  [
    'a page that the site has not',
    '[x](/escalat/)',
    'a.md:5: the site has no page /escalat/. Did you mean "/escalate/"?',
  ],
  [
    'a picture from another host',
    '![x](https://evil.example/x.png)',
    'a.md:5: a picture: the site has no place for it',
  ],
  ['a picture of its own', '![x](/x.png)', 'a.md:5: a picture: the site has no place for it'],
  [
    'an element',
    '\n<script>\nalert(1)\n</script>',
    'a.md:6: "<script>" is HTML, which would stand there as text',
  ],
  ['an element in a line', 'One<br>two', 'a.md:5: "<br>" is HTML'],
  ['a comment', 'One.\n\n<!-- to do -->', 'a.md:7: "<!-- to do -->" is HTML'],
])('refuses %s in a page', async (_, body, message) => {
  expect(await page(body)).toContain(message)
})

test('a page that every site has links to what every site has', async () => {
  expect(await page('[x](/escalate/)', 'privacy')).toContain('the site has no page /escalate/')
})

test.each([
  ['links that lead out', '[a](https://a.example) [b](mailto:a@b.example) [c](tel:020) <https://a.example>'],
  ['links within the site', '[a](/escalate/) [b](/performance/#times) [c](#here)'],
  ['less and more', 'a < b > c, 1 < 2, <3'],
  ['elements in a text to copy', '```\n<b>\n```\n\n`<i>`'],
])('takes %s', async (_, body) => {
  expect(await page(body)).toBe('it was accepted')
})

const nodes = (...ids: string[]): string =>
  `nodes:\n${ids.map((id) => `  - { id: ${id}, text: "Do ${id}", who: You }\n`).join('')}`
const edges = (...lines: string[]): string =>
  `edges:${lines.length === 0 ? ' []' : ''}\n${lines.map((line) => `  - { ${line} }\n`).join('')}`
const flow = (...parts: string[]): Promise<string> => refusal({ 'procedure/flow.yaml': parts.join('') })

test.each([
  [
    'a node named twice',
    nodes('a', 'b', 'a'),
    edges('from: a, to: b'),
    'flow.yaml:4: nodes[2].id: there are two nodes "a"',
  ],
  [
    'an edge to a node that there is not',
    nodes('start', 'email'),
    edges('from: start, to: emial'),
    'flow.yaml:5: edges[0].to: there is no node "emial". Did you mean "email"?',
  ],
  [
    'an edge from a node that there is not',
    nodes('start', 'email'),
    edges('from: x, to: email'),
    'edges[0].from: there is no node "x". Known here: start, email',
  ],
  [
    'a node that nothing leads to',
    nodes('a', 'b', 'c'),
    edges('from: a, to: b'),
    'flow.yaml:4: nodes[2]: nothing leads to "c" from the first node, "a"',
  ],
  [
    'nodes that only lead to each other',
    nodes('a', 'b', 'c'),
    edges('from: b, to: c', 'from: c, to: b'),
    'nodes[1]: nothing leads to "b"',
  ],
  [
    'a second beginning',
    nodes('a', 'b', 'c'),
    edges('from: a, to: c', 'from: b, to: c'),
    'flow.yaml:3: nodes[1]: nothing leads to "b"',
  ],
  ['a flow without nodes', 'nodes: []\n', edges(), 'flow.yaml:1: nodes: empty'],
  [
    'a circle without a way out',
    nodes('a', 'b'),
    edges('from: a, to: b', 'from: b, to: a'),
    'flow.yaml:2: nodes[0]: from "a" no end is ever reached',
  ],
  [
    'an edge that leads back to where it came from',
    nodes('a', 'b'),
    edges('from: a, to: a, label: "No"', 'from: a, to: b, label: "Yes"'),
    'edges[0]: leads from "a" back to itself',
  ],
  [
    'the same edge twice',
    nodes('a', 'b'),
    edges('from: a, to: b, label: "Yes"', 'from: a, to: b, label: "No"'),
    'flow.yaml:6: edges[1]: a second edge from "a" to "b"',
  ],
  [
    'two ways without an answer',
    nodes('a', 'b', 'c'),
    edges('from: a, to: b', 'from: a, to: c, label: "No"'),
    'flow.yaml:6: edges[0]: "a" leads to several nodes. Give each its answer',
  ],
  [
    'one answer for two ways',
    nodes('a', 'b', 'c'),
    edges('from: a, to: b, label: "No"', 'from: a, to: c, label: "No"'),
    'flow.yaml:7: edges[1].label: a second way "No" from "a"',
  ],
  [
    'a node without a text',
    'nodes:\n  - { id: a, text: " ", who: You }\n',
    edges(),
    'flow.yaml:2: nodes[0].text: empty',
  ],
  [
    'a node that nobody does',
    'nodes:\n  - { id: a, text: x }\n',
    edges(),
    'flow.yaml:2: nodes[0].who: missing',
  ],
  [
    'a node of an odd name',
    'nodes:\n  - { id: A b, text: x, who: You }\n',
    edges(),
    'nodes[0].id: "A b" cannot be read: write lower-case letters',
  ],
  [
    'a text that fills a screen',
    `nodes:\n  - { id: a, text: "${'x'.repeat(161)}", who: You }\n`,
    edges(),
    'nodes[0].text: has 161 characters: at most 160',
  ],
  [
    'a misspelt setting',
    'nodes:\n  - { id: a, txt: x, text: y, who: You }\n',
    edges(),
    'nodes[0].txt: unknown setting "txt". Did you mean "text"?',
  ],
  [
    '31 nodes',
    nodes(...Array.from({ length: 31 }, (_, i) => `n${i}`)),
    edges(),
    'flow.yaml:1: nodes: 31 nodes: at most 30',
  ],
])('refuses %s', async (_, before, after, message) => {
  expect(await flow(before, after)).toContain(message)
})

test.each([
  ['one node', nodes('a'), edges()],
  [
    'a circle that has a way out',
    nodes('a', 'b', 'c'),
    edges('from: a, to: b', 'from: b, to: a, label: "No"', 'from: b, to: c, label: "Yes"'),
  ],
])('takes %s', async (_, before, after) => {
  expect(await flow(before, after)).toBe('it was accepted')
})
