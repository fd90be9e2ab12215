import { cp } from 'node:fs/promises'
import { night, put } from '../support/installation.ts'
import { type Scene, sceneOf } from './scene.ts'
import { firstExports, fresh, moreExports } from './world.ts'

const whole = { recursive: true, preserveTimestamps: true, verbatimSymlinks: true } as const

/** Before the first night of an installation. */
export const firstNight = (): Promise<Scene> =>
  sceneOf(async (data) => cp(await fresh({ ...firstExports, ...moreExports }), data, whole))

/** After a night, when another export has come. */
export const laterNight = (): Promise<Scene> =>
  sceneOf(async (data) => {
    const dir = await fresh(firstExports)
    const { code, log } = await night(dir)
    if (code !== 0) throw new Error(log)
    await cp(dir, data, whole)
    await put(data, moreExports)
  })
