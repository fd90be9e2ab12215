import { rmSync, symlinkSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { configOf, csv, eventSource } from '../support/config.ts'
import { installation, type Night, night } from '../support/installation.ts'

const header = 'id,at,order,status,owner,team,actor,opened'
const good = csv(header, 'G1,2026-03-02T09:00,1,new,,,,')

/** Everything that a night shows to more people than its owner: the log and all files of the release. */
async function shown({ dir, log }: Night): Promise<string> {
  const entries = await readdir(join(dir, 'current', ''), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const texts = await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')))
  return [log, ...texts].join('\n')
}

describe('what a file holds is not shown', () => {
  const files: [string, string, string, string][] = [
    ['where a record stands in the place of the header', eventSource, 'log-2.csv', csv('T1,2026-03-02T09:00,1,new,Ann,jane.canary@example.org,,')],
    ['where a date cannot be ordered and more stands in its cell', `${eventSource}\n- name: slashes\n  files: "s*.csv"\n  format: servicenow-log\n`, 's.csv', csv('number,sys_updated_at,incident_state', 'INC1,01/02/2026 rang canary 07700 900123,New')],
    ['where a tool answered with an error', `${eventSource.replace('log*.csv', 'log*.{csv,json}')}`, 'log-2.json', '{"error":{"message":"\u001b[31mno"}}'],
  ] // biome-ignore format: a table
  test.each(files)('%s', async (_, sources, name, content) => {
    const dir = await installation({
      config: configOf(sources),
      files: { 'inbox/log.csv': good, [`inbox/${name}`]: content },
    })
    const found = await night(dir)
    expect(found.code).toBe(0)
    expect(found.log).toContain(`${name} was refused`)
    const text = await shown(found)
    expect(text).not.toContain('canary')
    expect(text).not.toContain('07700')
    expect(text).not.toContain('\u001b')
  })
})

test('a file that becomes a link while another is read is not followed', async () => {
  const dir = await installation({
    config: configOf(eventSource),
    files: { 'inbox/log-1.csv': good, 'inbox/log-2.csv': good.replace('G1', 'G2'), 'outside.csv': good.replace('G1', 'SECRET') }, // biome-ignore format: one world
  })
  const swaps = (line: string): void => {
    if (line !== 'reading log-1.csv') return
    rmSync(join(dir, 'inbox', 'log-2.csv'))
    symlinkSync(join(dir, 'outside.csv'), join(dir, 'inbox', 'log-2.csv'))
  }
  const found = await night(dir, [], { progress: swaps })
  expect(found.log).toContain('log-2.csv was refused: not an ordinary file')
  expect(await found.query('select ticket_id from fct_tickets')).toEqual([{ ticket_id: 'G1' }])
})

test('records of a megabyte each are read or set aside, one like the other, and the night goes on', async () => {
  const big = 'x'.repeat(1 << 20)
  const lines = Array.from(
    { length: 60 },
    (_, index) => `T${index},2026-03-02T09:00,1,new,${big}${index % 2 ? 'y' : ''},,,`,
  )
  const dir = await installation({
    config: configOf(eventSource),
    files: { 'inbox/log.csv': good, 'inbox/log-big.csv': csv(header, ...lines, 'T99,2026-03-02T09:00,1,new,,,,') },
  }) // biome-ignore format: one world
  const found = await night(dir)
  expect(found.code).toBe(0)
  expect((await found.run()).files).toMatchObject([
    { name: 'log-big.csv', records: 61, kept: 31, quarantined: { too_large: 30 } },
    { name: 'log.csv', kept: 1 },
  ])
}, 120_000)

test('a time of the future is no time to look back from', async () => {
  const dir = await installation({ config: configOf(eventSource), files: { 'inbox/log.csv': good } })
  const found = await night(dir, ['--as-of', '2999-01-01T00:00:00Z'])
  expect([found.code, found.log]).toEqual([2, expect.stringContaining('is in the future')])
})

describe('corrections.csv', () => {
  const lines = 'item,field,value,reason,by'
  const cases: [string, string, string][] = [
    ['with a time after the figures changes nothing, and says so', csv(lines, 'G1,opened_at,2999-12-01T00:00,typo,me'), 'corrections.csv:2: it says a time later than these figures'],
    ['with a quote that never ends is read not at all, and says where', csv(lines, 'G1,owner,"Zoe,why,me', 'G1,team,Desk,why,me'), 'the quote that opens in record 1 never ends'],
  ] // biome-ignore format: a table
  test.each(cases)('%s', async (_, corrections, says) => {
    const dir = await installation({ config: configOf(eventSource), files: { 'inbox/log.csv': good } })
    await writeFile(join(dir, 'corrections.csv'), corrections)
    const found = await night(dir)
    expect(found.code).toBe(0)
    expect(found.log).toContain(says)
    expect(await found.query('select ticket_id, owner, team from fct_tickets')).toEqual([
      { ticket_id: 'G1', owner: null, team: null },
    ])
  })
})
