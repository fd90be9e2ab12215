import { expect, test } from 'vitest'
import { page, promise } from '../../data/contract.ts'
import { loadWords } from '../../etl/config/words.ts'
import { institution } from '../support/institution.ts'
import { installation } from './installation.ts'

const when = '---\ntitle: When\norder: 2\n---\n\nWhen it matters.\n'
const how = '---\r\ntitle: "How: by e-mail"\r\norder: 1\r\n---\r\n\r\nWrite to us.\r\n'
const promises = `promises:
  - { id: owned, sentence: "There is an owner", measure: owned, on: true, order: 2 }
  - { id: acknowledged, sentence: "We answer", measure: acknowledged, order: 1 }
  - { id: effort, sentence: "Without detours", measure: effort, on: false, order: 3 }
`
const defaults = { 'why.md': '---\ntitle: Why\norder: 1\n---\nSo.', 'promises.yaml': 'promises: []' }

async function words(files: Record<string, string | Uint8Array>) {
  return loadWords(await installation(files), await installation(defaults), institution())
}
const refusal = async (files: Record<string, string | Uint8Array>): Promise<string> =>
  words(files).then(
    () => 'it was accepted',
    (error: Error) => error.message,
  )

test('pages stand in their order, with title and text', async () => {
  const { pages } = await words({ 'procedure/when.md': when, 'procedure/how.md': how })
  expect(pages).toEqual([
    { id: 'how', title: 'How: by e-mail', order: 1, body: 'Write to us.' },
    { id: 'when', title: 'When', order: 2, body: 'When it matters.' },
  ])
})

test('promises that are on stand in their order', async () => {
  const kept = (await words({ 'procedure/promises.yaml': promises })).promises
  expect(kept).toEqual([
    { id: 'acknowledged', kind: 'promise', sentence: 'We answer', measure: 'acknowledged', order: 1 },
    { id: 'owned', kind: 'promise', sentence: 'There is an owner', measure: 'owned', order: 2 },
  ])
})

test('what is asked of people is told apart from what is promised to them', async () => {
  const asked = promises.replace('{ id: owned', '{ id: owned, kind: request')
  const kinds = (await words({ 'procedure/promises.yaml': asked })).promises.map(({ kind }) => kind)
  expect(kinds).toEqual(['promise', 'request'])
})

test('a promise that nothing measures is refused by its line', async () => {
  const dir = await installation({
    'procedure/promises.yaml':
      'promises:\n  - { id: a, sentence: We answer, measure: acknowledgedd, order: 1 }\n',
  })
  const none = await installation(defaults)
  await expect(loadWords(dir, none, institution(), ['acknowledged', 'owned'])).rejects.toThrow(
    'procedure/promises.yaml:2: promises[0].measure: nothing measures "acknowledgedd". Did you mean "acknowledged"?',
  )
})

test('a file in place of the folder is refused', async () => {
  expect(await refusal({ procedure: 'words' })).toContain('is a file. Make it a folder')
})

test('without words of its own an installation has the neutral ones', async () => {
  expect(await words({})).toEqual({
    pages: [{ id: 'why', title: 'Why', order: 1, body: 'So.' }],
    promises: [],
    flow: { nodes: [], edges: [] },
    warnings: [],
  })
})

test('where only the promises are missing, it is said', async () => {
  const { pages, warnings } = await words({ 'procedure/when.md': when })
  expect(pages.map(({ id }) => id)).toEqual(['when'])
  expect(warnings.slice(0, 1)).toEqual(['procedure/promises.yaml is missing: the neutral promises stand'])
})

test('a README in the folder is no page', async () => {
  const { pages } = await words({ 'procedure/when.md': when, 'procedure/README.md': '# Notes' })
  expect(pages).toHaveLength(1)
})

test.each([
  ['a page without a title', { 'procedure/a.md': 'Hello' }, 'procedure/a.md:1: has no title'],
  ['a page whose head never ends', { 'procedure/a.md': '---\ntitle: A\n' }, 'procedure/a.md:1: has no title'],
  [
    'a page with an unknown setting',
    { 'procedure/a.md': '---\ntitle: A\nodrer: 1\norder: 1\n---\n' },
    'procedure/a.md:3: odrer: unknown setting "odrer". Did you mean "order"?',
  ],
  [
    'a page whose order is no number',
    { 'procedure/a.md': '---\ntitle: A\norder: first\n---\n' },
    'procedure/a.md:3: order: must be a number',
  ],
  ['a page whose head is broken', { 'procedure/a.md': '---\ntitle: "A\norder: 1\n---\n' }, 'procedure/a.md:'],
  ['a page without a text', { 'procedure/a.md': '---\ntitle: A\norder: 1\n---\n\n' }, 'a.md:5: has no text'],
  [
    'a page whose title fills a screen',
    { 'procedure/a.md': `---\ntitle: ${'A'.repeat(81)}\norder: 1\n---\nx` },
    'procedure/a.md:2: title: has 81 characters: at most 80',
  ],
  [
    'a page that is too long to be read',
    { 'procedure/a.md': `${when}${'x'.repeat(20_001)}` },
    'procedure/a.md:5: has 20,019 characters, at most 20,000',
  ],
  [
    'a page of the name that every page uses',
    { 'procedure/content.md': when },
    'procedure/content.md:1: a page cannot be called content.md',
  ],
  [
    'a page of an odd name',
    { 'procedure/My Page.md': when },
    'procedure/My Page.md:1: name the file with lower-case letters',
  ],
  [
    'a page that is not UTF-8',
    { 'procedure/a.md': Buffer.from('---\ntitle: \xe9\n---\n', 'latin1') },
    'procedure/a.md: not UTF-8',
  ],
  [
    'a promise without a sentence',
    { 'procedure/promises.yaml': 'promises:\n  - { id: a, measure: b, order: 1 }' },
    'procedure/promises.yaml:2: promises[0].sentence: missing',
  ],
  [
    'one promise twice',
    { 'procedure/promises.yaml': promises.replace('id: effort', 'id: owned') },
    'procedure/promises.yaml:4: promises[2].id: there are two promises "owned"',
  ],
  [
    'a kind that is neither a promise nor a request',
    { 'procedure/promises.yaml': promises.replace('{ id: owned', '{ id: owned, kind: requests') },
    'procedure/promises.yaml:2: promises[0].kind: ',
  ],
  [
    'promises that are no list',
    { 'procedure/promises.yaml': 'promises: none' },
    'procedure/promises.yaml:1: promises: must be a list',
  ],
])('refuses %s', async (_, files, message) => {
  expect(await refusal(files)).toContain(message)
})

test('a file that nothing reads is named, and what was likely meant', async () => {
  const { warnings } = await words({ 'procedure/when.md': when, 'procedure/promises.yml': promises })
  expect(warnings).toContain('procedure/promises.yml is read by nothing. Did you mean "promises.yaml"?')
})

test('every broken page is named', async () => {
  const message = await refusal({ 'procedure/a.md': 'x', 'procedure/b.md': 'y' })
  expect(message.split('\n')).toHaveLength(2)
})

test.each(['data/sample', 'data/none'])('the words of %s can be published', async (dir) => {
  const { pages, promises } = await loadWords(dir, 'data/procedure', institution())
  expect(pages.length).toBeGreaterThan(3)
  expect(promises.length).toBeGreaterThan(10)
  for (const one of pages) page.parse(one)
  for (const one of promises) promise.parse(one)
})
