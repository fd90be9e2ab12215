import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { UsageError } from '../../etl/config/errors.ts'
import { readOptions } from '../../etl/night/options.ts'
import { configOf, csv, eventSource } from '../support/config.ts'
import { installation } from '../support/installation.ts'

const nightlyFile = resolve(import.meta.dirname, '../../etl/nightly.ts')
const log = csv('id,at,order,status,owner,team,actor,opened', 'T1,2026-03-02T09:00,1,new,,,,')
const config = configOf(eventSource)
const files = { 'inbox/log.csv': log }

describe('the command line', () => {
  const wrong: [string, string[], string][] = [
    ['a time without its offset', ['--as-of', '2026-05-14'], '2026-05-14T00:00:00+01:00'],
    ['a time that is none', ['--as-of', 'yesterday'], '--as-of yesterday is not a time'],
    ['an unknown option', ['--dry-run'], '--dry-run'],
    ['a word too many', ['data/live'], 'npm run nightly'],
    ['an option without its value', ['--data'], 'npm run nightly'],
  ]
  test.each(wrong)('%s is refused with the way to write it', (_, words, said) => {
    expect(() => readOptions(words)).toThrow(UsageError)
    expect(() => readOptions(words)).toThrow(said)
  })

  test('times are read with their offset', () => {
    expect(readOptions(['--as-of', '2026-05-14T00:00:00+01:00'])?.asOf).toBe('2026-05-13T23:00:00.000Z')
  })

  const run = (...words: string[]) => {
    const child = spawn(process.execPath, [nightlyFile, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
    const said: string[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => said.push(String(bytes)))
    return once(child, 'close').then(([code]) => ({ code, said: said.join('') }))
  }

  test('--help explains itself and ends well', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, said: expect.stringContaining('Exit codes') })
  })

  test('wrong usage ends with 2', async () => {
    expect(await run('--dry-run')).toMatchObject({ code: 2, said: expect.stringContaining('--dry-run') })
  })

  test('a night from the command line ends with its code, and is quiet where there is no terminal', async () => {
    const dir = await installation({ config, files })
    const found = await run('--data', dir, '--no-site')
    expect(found.code).toBe(0)
    expect(found.said).toContain('published  release')
    expect(found.said).not.toContain('\x1b')
    expect(await run('--data', await installation({ config }))).toMatchObject({ code: 1 })
  })
})
