import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { breaches, rules } from './architecture/house.ts'
import { readTree } from './architecture/tree.ts'

const wrong = 'test/architecture/wrong-tree'
const wrongTrees = readdirSync(wrong)

test('every arrow of the house points one way', async () => {
  const found = await breaches('.')
  expect(found.map(({ rule, file, reads }) => `${rule}: ${file} reads ${reads}`)).toEqual([])
})

test('the house is looked at whole', () => {
  const paths = readTree('.').map(({ path }) => path)
  expect(paths).toContain('etl/pipeline.ts')
  expect(paths).toContain('data/contract.ts')
  expect(paths.some((path) => path.startsWith('site/pages/') && path.endsWith('.astro'))).toBe(true)
  expect(paths.some((path) => /^etl\/measures\/.+\/measure\.sql$/.test(path))).toBe(true)
})

test('there is a wrong tree for every rule', () => {
  const proved = new Set(wrongTrees.map((name) => name.split('--')[0]))
  expect([...proved].sort()).toEqual([...rules].sort())
})

test.each(wrongTrees)('%s is noticed, and nothing else', async (name) => {
  const found = await breaches(`${wrong}/${name}`)
  expect([...new Set(found.map(({ rule }) => rule))]).toEqual([name.split('--')[0]])
})
