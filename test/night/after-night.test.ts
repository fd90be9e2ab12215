import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { afterNight } from '../../etl/night/after-night.ts'
import { configOf, csv, eventSource } from '../support/config.ts'
import { holdLock } from '../support/holder.ts'
import { folder, goodNight, installation, night, standing } from '../support/installation.ts'

const log = csv('id,at,order,status,owner,team,actor,opened', 'T1,2026-03-02T09:00,1,new,,,,')
const config = configOf(eventSource)

/** An installation whose hook writes what it is told into the file `told`. */
async function hooked(files: Record<string, string>): Promise<string> {
  const dir = await installation({ config, files })
  const says = 'echo "$NIGHT_EXIT_CODE,$NIGHT_RUN,$NIGHT_AS_OF,$NIGHT_DATA,$ESCALATION_TRENDS_SECRET" >> told'
  await writeFile(join(dir, 'after-night'), `#!/bin/sh\n${says}\n`, { mode: 0o755 })
  return dir
}

const told = async (dir: string): Promise<string> =>
  (await readFile(join(dir, 'told'), 'utf8').catch(() => '')).trim()

/** Starts something in the background that would leave a file. */
const leaving = '(sleep 0.5; touch left) &'

/** Whether that went on to its end. */
async function isLeft(dir: string): Promise<boolean> {
  await sleep(800)
  return existsSync(join(dir, 'left'))
}

describe('the hook after a night', () => {
  test('is told of a good night', async () => {
    const dir = await hooked({ 'inbox/log.csv': log })
    expect((await night(dir)).code).toBe(0)
    const { run, as_of } = await standing(dir)
    expect(await told(dir)).toBe(`0,${run},${as_of},${dir},`)
  })

  test('is told of a night that published nothing', async () => {
    const dir = await hooked({})
    expect((await night(dir)).code).toBe(1)
    expect(await told(dir)).toBe(`1,,,${dir},`)
  })

  test('is told of a night that nobody foresaw', async () => {
    const dir = await hooked({ 'inbox/log.csv': log })
    const progress = (line: string): void => {
      if (line.startsWith('staging')) throw new TypeError('a fault of the program')
    }
    await expect(night(dir, [], { progress })).rejects.toThrow('a fault of the program')
    expect(await told(dir)).toBe(`1,,,${dir},`)
  })

  test('is not run where settings are wrong or another run is at work', async () => {
    const dir = await hooked({})
    const release = await holdLock(dir)
    expect((await night(dir)).code).toBe(3)
    await release()
    await writeFile(join(dir, 'config.yaml'), 'sources: 3\n')
    expect((await night(dir)).code).toBe(2)
    expect(await told(dir)).toBe('')
  })

  const warnings: [string, string, number, string][] = [
    ['may fail', '#!/bin/sh\nexit 7\n', 0o755, 'failed: it ended with 7'],
    [
      'may say why it failed',
      '#!/bin/sh\necho no host of that name >&2\nexit 6\n',
      0o755,
      'failed: it ended with 6: no host of that name',
    ],
    ['may be no program', 'hello\n', 0o755, 'failed: '],
    ['may be one that nobody may run', '#!/bin/sh\n', 0o644, 'make it executable (chmod +x)'],
  ]
  test.each(warnings)('%s: that is a warning', async (_, script, mode, says) => {
    const dir = await folder()
    await writeFile(join(dir, 'after-night'), script, { mode })
    const lines: string[] = []
    await afterNight(dir, { code: 0, published: null }, { log: (line) => lines.push(line) })
    expect(lines).toEqual([expect.stringMatching(/^warning: .*after-night/)])
    expect(lines[0]).toContain(says)
  })

  test('is stopped with all that it started where it takes too long', async () => {
    const dir = await folder()
    await writeFile(join(dir, 'after-night'), `#!/bin/sh\n${leaving} sleep 30\n`, { mode: 0o755 })
    const lines: string[] = []
    const began = performance.now()
    await afterNight(dir, { code: 0, published: null }, { log: (line) => lines.push(line) }, 0.3)
    expect(performance.now() - began).toBeLessThan(10_000)
    expect(lines).toEqual([expect.stringContaining('it took longer than 0.3 seconds and was stopped')])
    expect(await isLeft(dir)).toBe(false)
  })

  test('leaves nothing at work where it ends well', async () => {
    const dir = await folder()
    await writeFile(join(dir, 'after-night'), `#!/bin/sh\n${leaving} true\n`, { mode: 0o755 })
    const lines: string[] = []
    await afterNight(dir, { code: 0, published: null }, { log: (line) => lines.push(line) })
    expect([lines, await isLeft(dir)]).toEqual([[], false])
  })

  test('may end at the very moment at which it would be stopped', async () => {
    const dir = await folder()
    await writeFile(join(dir, 'after-night'), '#!/bin/sh\n', { mode: 0o755 })
    for (let milliseconds = 0; milliseconds < 12; milliseconds++)
      await afterNight(dir, { code: 0, published: null }, { log: () => {} }, milliseconds / 1000)
  })
})

test('the end of a good night is told in last-good.json, and a bad one leaves it', async () => {
  const { dir } = await goodNight({ config, files: { 'inbox/log.csv': log } })
  const read = async () => JSON.parse(await readFile(join(dir, 'last-good.json'), 'utf8'))
  const { run, as_of, built_at, next_update_due_at, warnings } = JSON.parse(
    await readFile(join(dir, 'current', 'manifest.json'), 'utf8'),
  )
  const sum = expect.stringMatching(/^[0-9a-f]{64}$/)
  const good = {
    run,
    as_of,
    published_at: built_at,
    sites_at: null,
    stale: [],
    warnings: warnings.length,
    looked_at: built_at,
    next_update_due_at,
    inputs: sum,
    left: sum,
    told: { reading: sum, landed: sum, warehouse: sum, whole_at: built_at },
  }
  expect(await read()).toEqual(good)
  expect((await night(dir, ['--as-of', '2026-03-01T00:00:00Z'])).code).toBe(1)
  expect(await read()).toEqual(good)
})
