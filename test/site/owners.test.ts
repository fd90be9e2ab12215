import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { OwnersFile } from '../../data/contract.ts'
import { readOwners } from '../../site/release.ts'
import { purposeOf } from '../../site/sentences/owner-load.ts'
import { assessmentWords, callingWords, nobodyWords } from '../../site/sentences/owners.ts'
import { csvOf } from '../../site/tables/csv.ts'
import { tableOfOwners } from '../../site/tables/from-owners.ts'
import { coded, named } from './fixture-owners.ts'
import { plain } from './plain.ts'

const root = mkdtempSync(join(tmpdir(), 'owners-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a site is built', () => {
  const folderOf = (file: OwnersFile | null): string => {
    const folder = mkdtempSync(join(root, 'release-'))
    if (file === null) return folder
    mkdirSync(join(folder, 'leadership'))
    writeFileSync(join(folder, 'leadership', 'owners.json'), JSON.stringify(file))
    return folder
  }

  test.each([
    ['without owners where they are hidden', null, 'hidden', null],
    ['with codes where they are coded', coded, 'coded', coded],
    ['with names where they are named', named, 'named', named],
  ] as const)('%s', (_, file, shown, read) => {
    expect(readOwners(folderOf(file), shown)).toEqual(read)
  })

  test.each([
    ['a release that hides owners and holds them', named, 'hidden', 'owners are hidden from leaders'],
    ['one that codes them and holds names', named, 'coded', 'owners are to be coded'],
    ['one that names them and does not hold them', null, 'named', 'cannot be read'],
  ] as const)('from no release as %s', (_, file, shown, says) => {
    expect(() => readOwners(folderOf(file), shown)).toThrow(says)
  })
})

const dpia = named.dpia
test.each([
  [dpia, 'Those whose work it shows were consulted.'],
  [
    { ...dpia, consultation: 'UCU, 3 March 2026.' },
    'Those whose work it shows were consulted: UCU, 3 March 2026.',
  ],
  [{ ...dpia, workers_consulted: false }, 'Those whose work it shows have not been consulted.'],
])('the assessment is named, with its day and who was asked: %#', (told, asked) => {
  expect(plain(assessmentWords({ dpia: told }))).toBe(
    `Shown by the data protection assessment “DPIA 7” of 15 Jan 2026. ${asked}`,
  )
})

test('what the page is for is true however owners are shown', () => {
  expect(purposeOf('hidden')).toContain('It names nobody and ranks nobody')
  expect(purposeOf('coded')).toContain('by codes and ranks nobody')
  expect(purposeOf('named')).toContain('It names people')
  for (const shown of ['hidden', 'coded', 'named'] as const)
    expect(purposeOf(shown)).toContain('for balancing work, not for appraising people')
})

test('codes are explained, names are not', () => {
  expect([callingWords(named), callingWords(coded)]).toEqual([null, expect.stringContaining('every night')])
})

test.each<[string, Partial<OwnersFile>, string | null]>([
  ['somebody holds much', {}, null],
  ['all hold little', { people: [] }, null],
  ['nobody holds anything', { people: [], others: null }, 'Nobody holds an open item.'],
  ['too few do', { owners: 'coded', people: [], others: null, is_too_few: true }, 'nobody is listed'],
])('where %s', (_, own, says) => {
  const said = nobodyWords({ ...named, ...own })
  expect(said).toEqual(says === null ? null : expect.stringContaining(says))
})

test('the table and its file hold what the release holds, in its order, and no more', () => {
  const table = tableOfOwners(named)
  const read = table.rows.map(({ label, cells }) => [label, ...cells.map(({ words }) => words)].map(plain))
  expect(read).toEqual([
    ['Zoë Quill', '6', '43 %', '15', '1', '10 %', '–'],
    ['Bo <b>Ray</b>', '2', '14 %', '–', '5', '50 %', '14'],
    ['2 others with few items each', '6', '43 %', '–', '4', '40 %', '–'],
  ])
  expect(csvOf(table).split('\r\n')).toHaveLength(5)
})

test('a kind of which nobody holds any has no column', () => {
  const none = { open: 0, share: null }
  const people = named.people.map((one) => ({ ...one, escalation: { ...none, oldest_days: null } }))
  const { head } = tableOfOwners({ ...named, people, others: null })
  expect(head.map(({ label }) => label)).toEqual([
    'Person',
    'Open tickets',
    'Of all owned tickets',
    'Oldest ticket in days',
  ])
})
