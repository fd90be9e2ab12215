import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folder } from '../support/installation.ts'
import { startNight } from './child.ts'
import { publishAgain, readOn } from './publications.ts'
import { wholeRelease, wholeSite } from './whole.ts'
import { firstExports, fresh } from './world.ts'

const publications = Number(process.env.PUBLICATIONS ?? 10)

test('who reads while releases and sites are published never meets half of one', async () => {
  const [dir, out] = [await fresh(firstExports), await folder()]
  expect((await startNight({ words: ['--data', dir, '--out', out] }).ended).code).toBe(0)
  const run = await wholeRelease(dir)
  const stop = await readOn(dir, out)
  await publishAgain(dir, out, run ?? '', publications, 2)
  const { reads, runs, torn, times } = await stop()
  console.log(`${publications} publications, ${reads} reads of ${runs} releases, torn: ${times}`)
  expect(torn).toEqual([])
  expect(runs).toBeGreaterThan(publications / 3)
  expect(await wholeRelease(dir)).toBe(await wholeSite(join(out, 'leadership')))
}, 300_000)
