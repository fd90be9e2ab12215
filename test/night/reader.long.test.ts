import { expect, test } from 'vitest'
import { readThrough } from './publications.ts'

const publications = Number(process.env.PUBLICATIONS ?? 200)
const hour = 3_600_000

test(
  `who reads while ${publications} releases and their sites are published never meets half of one`,
  async () => {
    const { torn, runs } = await readThrough(publications)
    expect(torn).toEqual([])
    expect(runs).toBeGreaterThan(publications / 3)
  },
  hour,
)
