import { expect, test } from 'vitest'
import { loadChanges } from '../../etl/config/changes.ts'
import { installation } from './installation.ts'

const changes = async (text: string | Uint8Array) => loadChanges(await installation({ 'changes.yaml': text }))
const right = `changes:
  - { date: 2026-02-16, title: Clean-up tool, kind: improvement, affects: { category: Hardware } }
  - { date: 2025-02-24, title: New printers, kind: improvement }
actions:
  - { decided_on: 2026-10-30, title: A second reader, promise: acknowledged, expected: Faster, review_on: 2026-12-04 }
`

test('changes stand by date, and may affect some items or all', async () => {
  expect(await changes(right)).toEqual({
    changes: [
      { date: '2025-02-24', title: 'New printers', kind: 'improvement', affects: {}, rebase: [] },
      {
        date: '2026-02-16',
        title: 'Clean-up tool',
        kind: 'improvement',
        affects: { category: 'Hardware' },
        rebase: [],
      },
    ],
    actions: [
      {
        decided_on: '2026-10-30',
        title: 'A second reader',
        promise: 'acknowledged',
        expected: 'Faster',
        review_on: '2026-12-04',
      },
    ],
    warnings: [],
  })
})

test.each([
  ['no file', undefined],
  ['an empty file', ''],
  ['empty sections', 'changes:\nactions:\n'],
])('%s is nothing to warn of', async (_, text) => {
  const dir = await installation(text === undefined ? {} : { 'changes.yaml': text })
  expect(await loadChanges(dir)).toEqual({ changes: [], actions: [], warnings: [] })
})

test.each([
  [
    'a wrong day',
    right.replace('2025-02-24', '24/02/2025'),
    'changes.yaml:3: changes[1].date: "24/02/2025" cannot be read: write a day of the calendar as 2026-11-30. This entry is left out.',
  ],
  [
    'an unknown kind',
    right.replace('printers, kind: improvement', 'printers, kind: improvment'),
    '"improvment" is not one of "improvement", "incident", "policy". Did you mean "improvement"?',
  ],
  [
    'an unknown column',
    right.replace('category: Hardware', 'categry: Hardware'),
    'changes[0].affects.categry: unknown setting "categry". Did you mean "category"?',
  ],
  ['a missing title', right.replace(' title: New printers,', ''), 'changes[1].title: missing'],
])('%s leaves out its entry and no other', async (_, text, warning) => {
  const read = await changes(text)
  expect(read.changes).toHaveLength(1)
  expect(read.actions).toHaveLength(1)
  expect(read.warnings).toHaveLength(1)
  expect(read.warnings[0]).toContain(warning)
})

test.each([
  ['broken YAML', 'changes: [', 'changes.yaml:1'],
  ['a list', '- a', 'changes.yaml: not read'],
  ['bytes of another encoding', Buffer.from('title: \xe9', 'latin1'), 'not UTF-8'],
  ['a section that is no list', 'changes: none', 'changes.yaml:1: changes: must be a list'],
  ['an unknown section', 'changs: []', 'changs: unknown. Known here: changes, actions'],
])('%s is a warning, not a lost night', async (_, text, warning) => {
  const read = await changes(text)
  expect(read.changes).toEqual([])
  expect(read.warnings[0]).toContain(warning)
})

test('the sample has changes and actions and nothing to warn of', async () => {
  const { changes, actions, warnings } = await loadChanges('data/sample')
  expect(warnings).toEqual([])
  expect(changes.length).toBeGreaterThan(0)
  expect(actions.length).toBeGreaterThan(0)
})
