import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadSettings } from '../etl/config/load.ts'
import { loadWords } from '../etl/config/words.ts'
import { namesOf } from '../etl/config/words-names.ts'
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

it('writes words that load as they stand, with a README that is no page', async () => {
  await init(dir, disk)
  const { institution } = await loadSettings(dir)
  const { pages, promises, flow, warnings } = await loadWords(dir, join(dir, 'nowhere'), institution)
  expect(readdirSync(join(dir, 'procedure'))).toContain('README.md')
  expect(pages.map(({ id }) => id)).toEqual([
    'when',
    'when-not',
    'ticket',
    'how',
    'what-happens-next',
    'why',
    'template',
    'flowchart',
  ])
  expect([promises.length, flow.nodes.length, warnings]).toEqual([15, 11, []])
})

it('names in its README every name that words may hold, and no other', async () => {
  await init(dir, disk)
  const readme = readFileSync(join(dir, 'procedure', 'README.md'), 'utf8')
  const { institution } = await loadSettings(dir)
  const told = [...readme.matchAll(/`\{(\w+)\}`/g)].map(([, name]) => name)
  expect(told.toSorted()).toEqual([...namesOf(institution).keys()].toSorted())
})

it('leaves words that stand there as they are', async () => {
  mkdirSync(join(dir, 'procedure'))
  writeFileSync(join(dir, 'procedure', 'how.md'), 'mine')
  const { code, message } = await init(dir, disk)
  expect([code, readdirSync(join(dir, 'procedure'))]).toEqual([0, ['how.md']])
  expect(readFileSync(join(dir, 'procedure', 'how.md'), 'utf8')).toBe('mine')
  expect(message).toContain('its words were left as they are')
})

it('leaves an installation that is there alone', async () => {
  writeFileSync(join(dir, 'config.yaml'), 'mine')
  const { code, message } = await init(dir, disk)
  expect([code, readFileSync(join(dir, 'config.yaml'), 'utf8')]).toEqual([2, 'mine'])
  expect(message).toContain('config.yaml is there already')
})
