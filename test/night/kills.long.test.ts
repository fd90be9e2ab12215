import { cpSync, existsSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { configOf } from '../support/config.ts'
import { type Killed, tableOfKills } from './kill-table.ts'
import { killNights } from './kills.ts'
import { sceneOf } from './scene.ts'
import { firstNight, laterNight } from './scenes.ts'

const log = resolve(import.meta.dirname, '../../../shared/data/uci-incident-log/incident_event_log.csv')
const kills = Number(process.env.KILLS ?? 200)
const hours = 4 * 3_600_000

const expectUnharmed = (killed: readonly Killed[]): void => {
  console.log(tableOfKills(killed))
  for (const one of killed) expect(one).toEqual({ ...one, broken: [], lost: [], differences: [], left: [] })
}

test.skipIf(!existsSync(log))(
  `${kills} nights over the real incident log that are killed`,
  async () => {
    const scene = await sceneOf(async (data) => {
      await mkdir(join(data, 'inbox'))
      const config = configOf('- { name: incidents, files: "*.csv", format: servicenow-log }')
      writeFileSync(join(data, 'config.yaml'), config)
      writeFileSync(join(data, '.key'), 'a secret of both')
      const export_ = join(data, 'inbox', 'incidents.csv')
      cpSync(log, export_)
      utimesSync(export_, new Date('2016-05-14T00:00:00Z'), new Date('2016-05-14T00:00:00Z'))
    })
    expectUnharmed(await killNights(scene, kills, 1, { inARow: 4, sitesEvery: 4 }))
  },
  hours,
)

const scenes = [
  ['the first night of an installation', firstNight],
  ['a later one', laterNight],
] as const
test.each(scenes)(
  'twenty nights over a small installation that are killed: %s',
  async (_, scene) => {
    expectUnharmed(await killNights(await scene(), 20, 2, { inARow: 1, sitesEvery: 2 }))
  },
  hours,
)
