import { beforeAll, expect, test } from 'vitest'
import { kept, killedErasing, killedErasure, murkyWorld, stepsOfErasure } from './kills.ts'

let copy: Awaited<ReturnType<typeof murkyWorld>>
beforeAll(async () => {
  copy = await murkyWorld()
}, 120_000)

test('what is kept, killed before every step', { timeout: 600_000 }, async () => {
  for (let step = 0; ; step++) {
    const found = await killedErasing(await copy(kept), step)
    if (found === null) {
      expect(step).toBeGreaterThan(20)
      return
    }
    expect({ step, ...found }).toEqual({ step, files: 4, left: [] })
  }
})

test.each(['purge', 'night'] as const)(
  'an erasure killed before any step of it or of its night is finished by a %s without the name',
  {
    timeout: 3_600_000,
  },
  async (by) => {
    const steps = await stepsOfErasure(await copy())
    // the first make the folder and the file of tombstones: before them nothing has begun
    for (let step = 4; step < steps; step++)
      expect({ step, ...(await killedErasure(await copy(), step, by)) }).toEqual({
        step,
        code: 0,
        left: [],
        isFinished: true,
      })
  },
)
