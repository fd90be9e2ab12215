import { expect, test } from 'vitest'
import { LockHeldError, takeLock } from '../../etl/db/lock.ts'
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
