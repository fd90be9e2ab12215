import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { removeLeftovers } from '../../site/build/output.ts'
import { full, writeRelease } from '../site/fixture.ts'
import { configOf, csv, eventSource } from '../support/config.ts'
import { folder, installation } from '../support/installation.ts'

const root = resolve(import.meta.dirname, '../..')

test('a build ends with whoever began it, and writes nothing after that', async () => {
  const dir = await folder()
  writeRelease(join(dir, 'release'), full())
  const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    cwd: root,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {
      ...process.env,
      AUDIENCE: 'staff',
      RELEASE: join(dir, 'release'),
      OUT: join(dir, 'out'),
      ENDS_WITH_STDIN: '1',
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  })
  // what the kernel does for a parent that is killed
  child.stdin.destroy()
  const [code, signal] = await once(child, 'exit')
  expect([code, signal, existsSync(join(dir, 'out'))]).toEqual([null, 'SIGKILL', false])
})

test('what a user keeps for terminals has no say in the builds of a timer', async () => {
  const home = await folder()
  await writeFile(join(home, '.bashrc'), `touch '${join(home, 'was-read')}'; exit 9\n`)
  const log = csv('id,at,order,status,owner,team,actor,opened', 'T1,2026-03-02T09:00,1,new,,,,')
  const dir = await installation({ config: configOf(eventSource), files: { 'inbox/log.csv': log } })
  const { SHLVL: _, ...environment } = process.env
  const timer = spawn(process.execPath, ['etl/nightly.ts', '--data', dir, '--out', join(dir, 'dist')], {
    cwd: root,
    stdio: 'ignore',
    env: { ...environment, HOME: home },
  })
  const [code] = await once(timer, 'exit')
  expect([code, existsSync(join(home, 'was-read'))]).toEqual([0, false])
})

test('what builds that were killed left goes; those of processes that live stay', async () => {
  const dir = await folder()
  const gone = spawn(process.execPath, ['-e', ''])
  await once(gone, 'exit')
  for (const name of [String(gone.pid), String(process.pid), 'mine']) await mkdir(join(dir, name))
  removeLeftovers(dir)
  expect((await readdir(dir)).sort()).toEqual([String(process.pid), 'mine'].sort())
  removeLeftovers(join(dir, 'nowhere'))
})
