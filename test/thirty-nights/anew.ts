import { cp } from 'node:fs/promises'
import { expect } from 'vitest'
import { folder, night, type Night as Ran } from '../support/installation.ts'
import { factsOf, releasedOf } from './at-once.ts'

/** What a night built on the last one says is what it says when all of it is made anew, table by table. */
export async function assertSameAnew(dir: string, ran: Ran, clock: number): Promise<void> {
  const copy = await folder()
  await cp(dir, copy, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
  const anew = await night(copy, ['--republish'], { now: () => new Date(clock + 60_000) })
  expect(anew.code, anew.log).toBe(0)
  expect(anew.log).not.toContain('told anew')
  expect(await factsOf(ran, 'fct|dim|stg')).toEqual(await factsOf(anew, 'fct|dim|stg'))
  expect(await releasedOf(dir)).toEqual(await releasedOf(copy))
}
