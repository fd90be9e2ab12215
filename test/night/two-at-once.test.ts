import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { folder } from '../support/installation.ts'
import { type NightChild, startNight } from './child.ts'
import { wholeRelease } from './whole.ts'
import { firstExports, fresh } from './world.ts'

const stopped: NightChild[] = []
afterEach(() => {
  for (const { pid } of stopped.splice(0)) {
    try {
      process.kill(-pid, 'SIGKILL')
    } catch {
      // it has ended by itself
    }
  }
})

/** A night that is stopped in the middle of its work, and goes on when it is told to. */
async function stoppedNight(
  words: readonly string[],
  dir: string,
): Promise<NightChild & { goOn: () => void }> {
  const night = startNight({ words })
  stopped.push(night)
  while (!existsSync(join(dir, '.workshop'))) await sleep(2)
  process.kill(-night.pid, 'SIGSTOP')
  return { ...night, goOn: () => process.kill(-night.pid, 'SIGCONT') }
}

const wordsOf = (dir: string, ...more: readonly string[]): string[] => ['--data', dir, ...more]

test('the second of two nights ends with 3 and touches nothing; the first goes on and publishes', async () => {
  const dir = await fresh(firstExports)
  const first = await stoppedNight(wordsOf(dir, '--no-site'), dir)
  const second = await startNight({ words: wordsOf(dir, '--no-site') }).ended
  expect([second.code, second.log]).toEqual([3, expect.stringContaining(`another run is at work in ${dir}`)])
  expect(existsSync(join(dir, '.workshop'))).toBe(true)
  first.goOn()
  expect((await first.ended).code).toBe(0)
  expect(await wholeRelease(dir)).not.toBeNull()
})

test('two installations whose sites go to the same place do not build them at the same time', async () => {
  const [one, other, out] = [await fresh(firstExports), await fresh(firstExports), await folder()]
  await stoppedNight(wordsOf(one, '--out', out), one)
  const second = await startNight({ words: wordsOf(other, '--out', out) }).ended
  expect([second.code, second.log]).toEqual([3, expect.stringContaining(`another run is at work in ${out}`)])
  expect([existsSync(join(other, 'current')), existsSync(join(other, '.workshop'))]).toEqual([false, false])
})

test('a night that is killed with -9 holds up nobody', async () => {
  const dir = await fresh(firstExports)
  const killed = await stoppedNight(wordsOf(dir, '--no-site'), dir)
  process.kill(killed.pid, 'SIGKILL')
  await killed.ended
  const next = await startNight({ words: wordsOf(dir, '--no-site') }).ended
  expect([next.code, existsSync(join(dir, '.workshop'))]).toEqual([0, false])
})
