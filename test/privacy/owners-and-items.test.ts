import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { below } from './canary-night.ts'
import { type NamedNight, namedNight } from './owners-and-items.ts'
import { search } from './places.ts'
import type { Kind } from './tokens.ts'

let named: NamedNight
let kindsIn: ReadonlyMap<string, readonly Kind[]>
beforeAll(async () => {
  named = await namedNight(30)
  const release = join(named.dir, 'current', '.')
  const paths = [...below(release, (path) => !path.startsWith('operations/')), ...below(named.site)]
  const found = new Map<string, Kind[]>()
  for (const path of paths) {
    const { kinds } = await search({ name: path, paths: [path] }, named.tokens)
    found.set(path.replace(release, 'release').replace(named.site, 'site'), Object.keys(kinds) as Kind[])
  }
  kindsIn = found
})
const holding = (...kinds: readonly Kind[]): string[] =>
  [...kindsIn].filter(([, found]) => kinds.some((kind) => found.includes(kind))).map(([path]) => path)

test('where leaders may see owners by name, they stand in one file, on one page and in its table for a spreadsheet', () => {
  const files = holding('owner').map((path) => path.replace(/numbers\/[0-9a-f]+\//, 'numbers/…/'))
  expect(files.sort()).toEqual([
    'release/leadership/owners.json',
    'site/numbers/…/open-items-by-person.csv',
    'site/owner-load/index.html',
  ])
})

test('no file for leaders holds an owner and the number of an item', () => {
  const [owners, items] = [holding('owner'), holding('item', 'corrected_item')]
  expect(items).toContain('release/run.json')
  expect(owners.filter((path) => items.includes(path))).toEqual([])
})

test('of items leaders see the number of those alone that were corrected', () => {
  expect(holding('item')).toEqual([])
})

test('and of anybody else nothing', () => {
  expect(
    holding(
      'requester',
      'actor',
      'closed_by',
      'subject',
      'subject_word',
      'body',
      'unread',
      'date',
      'word',
      'aside',
      'correction',
    ),
  ).toEqual([])
  expect(named.tokens.foundIn([named.said.toLowerCase()]).size).toBe(0)
})
