import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { configOf, csv, eventSource } from './support/config.ts'
import { goodNight, type Night } from './support/installation.ts'

const log = csv('id,at,order,status,owner,team,actor,opened', 'T1,2026-03-02T09:00,1,new,,,,', 'T1,2026-03-02T10:00,2,resolved,,,,') // biome-ignore format: a file
const config = configOf(eventSource)

describe('run.json', () => {
  let found: Night
  beforeAll(async () => {
    const broken = 'T9,soon,1,new,,,,\nT9,2026-03-02T09:00,1,On fire,,,,\nT9,short\n'
    found = await goodNight({
      config,
      files: {
        'inbox/log.csv': { content: log, at: '2026-03-03T12:00:00Z' },
        'inbox/log-again.csv': { content: log, at: '2026-03-04T12:00:00Z' },
        'inbox/log-more.csv': `${log}T1,2026-03-03T09:00,3,closed,,,,\n${broken}`,
        'inbox/log-open.csv': `${log}"`,
      },
    })
  })

  test('accounts for every record of every file', async () => {
    const { files: receipts } = await found.run()
    expect(receipts).toHaveLength(4)
    for (const { records, kept, superseded, duplicate, quarantined, name } of receipts) {
      const aside = Object.values(quarantined).reduce<number>((sum, count) => sum + (count ?? 0), 0)
      expect([name, kept + superseded + duplicate + aside]).toEqual([name, records])
    }
    expect(receipts.map(({ name, records }) => [name, records])).toEqual([
      ['log-again.csv', 2],
      ['log-more.csv', 6],
      ['log-open.csv', 0],
      ['log.csv', 2],
    ])
  })

  test('says why records were set aside and files refused', async () => {
    const { files: receipts } = await found.run()
    const of = (name: string) => receipts.find((receipt) => receipt.name === name)
    expect(of('log-more.csv')?.quarantined).toEqual({ bad_date: 1, unknown_value: 1, short_row: 1 })
    expect(of('log-open.csv')?.refused).toMatchObject({ reason: 'open_quote', record: 3 })
  })

  test('names the stages and every check', async () => {
    const { stages, checks } = await found.run()
    expect(stages.map(({ name }) => name)).toEqual([
      'ingest',
      'staging',
      'facts',
      'measures',
      'cells',
      'checks',
    ])
    expect(checks.length).toBeGreaterThan(0)
  })

  test('what was set aside is listed with file, record and reason, for its owner alone', async () => {
    const [name = ''] = await readdir(join(found.dir, 'quarantine'))
    const path = join(found.dir, 'quarantine', name)
    const text = await readFile(path, 'utf8')
    expect(text).toContain('"log-more.csv","4","bad_date","at","log","T9"')
    expect(text.trim().split('\n')).toHaveLength(4)
    expect((await stat(path)).mode & 0o077).toBe(0)
  })
})
