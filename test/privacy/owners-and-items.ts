/** A night whose leaders may see owners by name, and the leadership site of it. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { installation, night } from '../support/installation.ts'
import type { Tokens } from './tokens.ts'
import { canaryWorld } from './world.ts'

const root = join(import.meta.dirname, '..', '..')
const files = ['plain.csv', 'careful.csv', 'listed.json']
const shown = `audiences:
  leadership: { owners: named, dpia: { reference: DPIA 7, date: 2026-01-05, workers_consulted: true } }
`

export interface NamedNight {
  readonly dir: string
  readonly site: string
  readonly tokens: Tokens
  readonly said: string
}

export async function namedNight(count: number): Promise<NamedNight> {
  const { world, tokens } = canaryWorld(count, (name) => files.includes(name))
  const dir = await installation({ ...world, config: world.config + shown })
  const { code, log } = await night(dir)
  if (code !== 0) throw new Error(log)
  const site = join(dir, 'leadership')
  const built = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      AUDIENCE: 'leadership',
      RELEASE: join(dir, 'current'),
      OUT: site,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  })
  if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`)
  return { dir, site, tokens, said: log }
}
