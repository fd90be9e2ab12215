import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BrokenLockError, LockHeldError, takeLock } from '../../etl/db/lock.ts'
import { holdLock } from '../support/holder.ts'
import { folder } from '../support/installation.ts'

test('one process at a time, and the lock goes with a killed one', async () => {
  const dir = await folder()
  const kill = await holdLock(dir)
  await expect(takeLock(dir)).rejects.toThrow(LockHeldError)
  await expect(takeLock(dir)).rejects.toThrow(`another run is at work in ${dir}: wait`)
  await kill()
  const release = await takeLock(dir)
  release()
})

test('what was let go can be taken again', async () => {
  const dir = await folder()
  const release = await takeLock(dir)
  release()
  const kill = await holdLock(dir)
  await kill()
})

test('an installation that cannot be written is no lock that someone holds', async () => {
  const found = await takeLock('/nowhere/at/all').catch((error: unknown) => error)
  expect(found).toBeInstanceOf(Error)
  expect(found).not.toBeInstanceOf(LockHeldError)
})

test('a lock is made whole or not at all, and nothing is left beside it', async () => {
  const dir = await folder()
  const release = await takeLock(dir)
  release()
  expect(await readdir(dir)).toEqual(['.lock'])
})

test.each([
  ['nothing at all', ''],
  ['half of one', 'x'.repeat(5000)],
])('a lock that is damaged is said to be: %s', async (_, content) => {
  const dir = await folder()
  await writeFile(join(dir, '.lock'), content)
  await expect(takeLock(dir)).rejects.toThrow(BrokenLockError)
  await expect(takeLock(dir)).rejects.toThrow(`${join(dir, '.lock')} is damaged: remove it`)
})
