import { execFileSync } from 'node:child_process'
import { readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { night, put } from '../support/installation.ts'
import { startNight } from './child.ts'
import { different, factsOf } from './facts.ts'
import { landedFiles, leftovers, wholeRelease } from './whole.ts'
import { copied, firstExports, fresh, moreExports } from './world.ts'

describe('a night that the machine leaves too little', () => {
  let dir: string
  let facts: Map<string, string>
  beforeAll(async () => {
    dir = await fresh(firstExports)
    await night(dir)
    await put(dir, moreExports)
    const clean = await copied(dir)
    await night(clean)
    facts = await factsOf(clean)
  })

  /** Files that Node has open by itself. */
  const own = Number(
    execFileSync(process.execPath, ['-p', 'fs.readdirSync("/dev/fd").length'], { encoding: 'utf8' }),
  )
  /** Limits of the shell bind Node and DuckDB alike, whoever runs the tests. Those of a file's size are in blocks of 512 bytes. */
  const cases: [string, string, Record<string, string>, RegExp][] = [
    ['files of no size at all, so that DuckDB cannot land', 'ulimit -f 1', {}, /: the file grew larger than/],
    ['files large enough for a release, too small for the warehouse', 'ulimit -f 1500', {}, /: the file grew larger than/],
    ['a handful of open files', `ulimit -n ${own + 3}`, {}, /: too many files are open/],
    ['less memory than a number', 'true', { ESCALATION_TRENDS_MEMORY_MB: 'lots' }, /ESCALATION_TRENDS_MEMORY_MB is "lots": write a whole number/],
  ] // biome-ignore format: a table
  test.each(cases)('%s: one line says it, and what stood stands', async (_, limits, environment, says) => {
    const [stood, landed] = [await readlink(join(dir, 'current')), await landedFiles(dir)]
    const { code, log } = await startNight({ words: ['--data', dir, '--no-site'], limits, environment }).ended
    expect([code, log]).toEqual([
      environment.ESCALATION_TRENDS_MEMORY_MB ? 2 : 1,
      expect.stringMatching(says),
    ])
    expect(log).not.toMatch(/\n\s+at /)
    expect([await readlink(join(dir, 'current')), await wholeRelease(dir)]).toEqual([stood, stood.slice(9)])
    for (const [name, bytes] of landed) expect((await landedFiles(dir)).get(name)).toBe(bytes)
  })

  test('and the next night is like any', async () => {
    expect((await night(dir)).code).toBe(0)
    expect(different(facts, await factsOf(dir))).toEqual([])
    expect(await leftovers(dir, null)).toEqual([])
  })
})
