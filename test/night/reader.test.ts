import { expect, test } from 'vitest'
import { readThrough } from './publications.ts'

const publications = 6

test('who reads while releases and sites are published never meets half of one', async () => {
  const { torn, runs } = await readThrough(publications)
  expect(torn).toEqual([])
  expect(runs).toBeGreaterThan(publications / 3)
}, 200_000)
