import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadSettings } from '../etl/config/load.ts'
import { disk } from '../etl/effects.ts'
import { init } from '../etl/init.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'init-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

it('writes an installation whose settings load as they stand', async () => {
  expect((await init(dir, disk)).code).toBe(0)
  expect((await loadSettings(dir)).sources.map(({ name }) => name)).toEqual(['incidents', 'escalation-log'])
})

it('leaves an installation that is there alone', async () => {
  writeFileSync(join(dir, 'config.yaml'), 'mine')
  const { code, message } = await init(dir, disk)
  expect([code, readFileSync(join(dir, 'config.yaml'), 'utf8')]).toEqual([2, 'mine'])
  expect(message).toContain('config.yaml is there already')
})
