import { expect, test } from 'vitest'
import { tableOfKills } from './kill-table.ts'
import { killNights } from './kills.ts'
import { laterNight } from './scenes.ts'

test('nights that are killed leave what stood or what they made, and the next makes what a clean one does', async () => {
  const killed = await killNights(await laterNight(), 4, 8, { inARow: 2, sitesEvery: 2 })
  console.log(tableOfKills(killed))
  for (const one of killed) expect(one).toEqual({ ...one, broken: [], lost: [], differences: [], left: [] })
}, 300_000)
