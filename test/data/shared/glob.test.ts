import { matchesGlob as nodes } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesGlob } from '../../../data/shared/glob.ts'

const cases: [path: string, glob: string, fits: boolean][] = [
  ['incidents-2026.csv', 'incidents*.csv', true],
  ['incidents.csv.gz', 'incidents*.csv', false],
  ['tickets/a.csv', '*.csv', false],
  ['tickets/a.csv', 'tickets/*.csv', true],
  ['tickets/2026/a.csv', 'tickets/**/*.csv', true],
  ['tickets/a.csv', 'tickets/**/*.csv', true],
  ['tickets/.a.csv', 'tickets/*.csv', false],
  ['a.csv', '{a,b}.{csv,tsv}', true],
  ['c.csv', '{a,b}.{csv,tsv}', false],
  ['q3.csv', 'q{1..4}.csv', true],
  ['q5.csv', 'q{1..4}.csv', false],
  ['log (2).csv', 'log*.csv', true],
  ['log7.csv', 'log[0-9].csv', true],
  ['logx.csv', 'log[!0-9].csv', true],
  ['log.csv', 'log?.csv', false],
  ['log+x.csv', 'log+x.csv', true],
  ['a.csv', '@(a|b).csv', true],
  ['aab.csv', '+(a|b).csv', true],
  ['c.csv', '!(a|b).csv', true],
  ['a.csv', '!(a|b).csv', false],
]

test.each(cases)('%s by %s', (path, glob, fits) => {
  expect([matchesGlob(path, glob), nodes(path, glob)]).toEqual([fits, fits])
})

// what is hidden is passed over before any glob is asked
test('any name fits any glob as it does for Node', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'ab.-1 ('), maxLength: 3 })
  const piece = fc.oneof(
    { weight: 3, arbitrary: letters.filter((text) => !text.includes('(')) },
    {
      weight: 3,
      arbitrary: fc.constantFrom('*', '?', '[ab]', '[!a]', '[a-c1]', '{a,b}', '{a,b.}', '{1..2}'),
    },
    { weight: 1, arbitrary: fc.constantFrom('@(a|b)', '?(a)', '*(a|b.)', '+(b|1)', '{a,{b,1}}') },
  )
  const part = fc.oneof(
    fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join('')),
    fc.constant('**'),
  )
  const glob = fc.array(
    part.filter((text) => !['', '.', '..'].includes(text)),
    { minLength: 1, maxLength: 3 },
  )
  const path = fc.array(
    letters.filter((text) => text !== '' && !text.startsWith('.')),
    { minLength: 1, maxLength: 4 },
  )
  fc.assert(
    fc.property(glob, path, (globs, paths) => {
      const [pattern, name] = [globs.join('/'), paths.join('/')]
      expect([name, pattern, matchesGlob(name, pattern)]).toEqual([name, pattern, nodes(name, pattern)])
    }),
    { numRuns: 5_000 },
  )
})
