import { execFileSync } from 'node:child_process'
import { appendFileSync, createWriteStream, existsSync } from 'node:fs'
import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import type { FileReceipt } from '../../data/contract.ts'
import { disk } from '../../etl/effects.ts'
import { configOf, csv, eventSource } from '../support/config.ts'
import { installation, type Night, night } from '../support/installation.ts'
import { workbook } from '../support/xlsx.ts'

const header = 'id,at,order,status,owner,team,actor,opened'
const log = (count: number, from = 1): string =>
  csv(header, ...Array.from({ length: count }, (_, index) => `T${from + index},2026-03-02T09:00,1,new,,,,`))

/** A file of so many megabytes without a single line end. */
async function oneLine(path: string, megabytes: number): Promise<void> {
  const stream = createWriteStream(path)
  stream.write(`${header}\n`)
  const piece = Buffer.alloc(1 << 20, 'x')
  for (let index = 0; index < megabytes; index++)
    if (!stream.write(piece)) await new Promise((go) => stream.once('drain', go))
  await new Promise((go) => stream.end(() => go(null)))
}

describe('an inbox of rubbish', () => {
  let found: Night
  let files: readonly FileReceipt[]
  const receipt = (name: string): FileReceipt | undefined => files.find((file) => file.name === name)

  beforeAll(async () => {
    const dir = await installation({
      config: configOf(eventSource),
      files: {
        'inbox/log-good.csv': log(3),
        'inbox/log-empty.csv': '',
        'inbox/log-blank.csv': '\n \n\n',
        'inbox/log-header.csv': `${header}\n`,
        'inbox/log-binary.csv': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
        'inbox/log-zip.csv': workbook([{ name: 'Sheet1', rows: [['id']] }]),
        'inbox/log-bomb.csv.gz': gzipSync('x'),
        'inbox/log-gzip.csv': gzipSync(log(2)),
        'inbox/log-latin.csv': Buffer.from(log(2).replace('T2', 'Té'), 'latin1'),
        'inbox/log-cut.csv.gz': gzipSync(log(200)).subarray(0, 60),
        'inbox/log..csv': log(2, 40),
        'inbox/log-open.csv': log(2000).replace('T500,', 'T500,"'),
        'inbox/log-columns.csv': `${header},${Array.from({ length: 2500 }, (_, index) => `c${index}`).join(',')}\nT1\n`,
        'inbox/log-nul.csv': `${log(2, 60)}T62,2026-03-02T09:00,1,new,a\0b,,,\n`,
      },
    })
    const inbox = join(dir, 'inbox')
    await mkdir(join(inbox, 'log-folder.csv'))
    await writeFile(join(dir, 'outside.csv'), log(2))
    await symlink(join(dir, 'outside.csv'), join(inbox, 'log-link.csv'))
    await symlink('/', join(inbox, 'log-root.csv'))
    execFileSync('mkfifo', [join(inbox, 'log-pipe.csv')])
    await oneLine(join(inbox, 'log-line.csv'), 200)
    found = await night(dir)
    files = found.code === 0 ? (await found.run()).files : []
  })

  test('does not keep the good file from being published', () => {
    expect(found.log).toContain('published')
    expect(found.code).toBe(0)
    expect(receipt('log-good.csv')).toMatchObject({ records: 3, kept: 3, refused: null })
  })

  const refused: [name: string, reason: string, words: string][] = [
    ['log-empty.csv', 'empty', 'it is empty: export it again'],
    ['log-blank.csv', 'empty', 'it is empty: export it again'],
    ['log-header.csv', 'empty', 'a header and no record'],
    ['log-zip.csv', 'encoding', '.xlsx'],
    ['log-gzip.csv', 'encoding', '.gz'],
    ['log-latin.csv', 'encoding', 'encoding: windows-1252'],
    ['log-cut.csv.gz', 'unreadable', 'pack it again'],
    ['log-open.csv', 'open_quote', 'record 500'],
    ['log-columns.csv', 'too_large', 'columns'],
    ['log-line.csv', 'too_large', 'longer than 16 million characters'],
    ['log-folder.csv', 'not_a_file', 'put the export itself into the inbox'],
    ['log-link.csv', 'not_a_file', 'put the export itself into the inbox'],
    ['log-root.csv', 'not_a_file', 'put the export itself into the inbox'],
    ['log-pipe.csv', 'not_a_file', 'put the export itself into the inbox'],
  ]
  test.each(refused)('%s is refused as %s, and told what to do', (name, reason, words) => {
    expect(receipt(name)?.refused).toMatchObject({ reason })
    expect(receipt(name)?.refused?.message).toContain(words)
    expect(found.log).toContain(`${name} was refused: `)
  })

  test.each(['log-binary.csv', 'log-bomb.csv.gz'])('%s is refused', (name) => {
    expect(receipt(name)?.refused).not.toBeNull()
  })

  test('a name with two dots is a name', () => {
    expect(receipt('log..csv')).toMatchObject({ records: 2, kept: 2, refused: null })
  })

  test('a record with a byte that no text has is set aside, and the others are kept', () => {
    expect(receipt('log-nul.csv')).toMatchObject({ records: 3, kept: 2, quarantined: { bad_bytes: 1 } })
  })

  test('every file of the inbox has a receipt, and every receipt adds up', () => {
    expect(files).toHaveLength(19)
    for (const { records, kept, superseded, duplicate, quarantined } of files)
      expect(records).toBe(
        kept + superseded + duplicate + Object.values(quarantined).reduce((sum, count) => sum + count, 0),
      )
  })

  test('nothing is left in the workshop, and nothing half-written is landed', async () => {
    expect(existsSync(join(found.dir, '.workshop'))).toBe(false)
    const landed = await readdir(join(found.dir, 'landed'))
    expect(landed.filter((name) => name.endsWith('.new'))).toEqual([])
    expect(landed.filter((name) => name.endsWith('.parquet'))).toHaveLength(3)
  })
})

describe('a quote that never ends, at record 500 of 2,000', () => {
  test('refuses the file of a required source, and the last release stands', async () => {
    const required = `${eventSource.trimEnd()}\n  required: true`
    const dir = await installation({ config: configOf(required), files: { 'inbox/log.csv': log(5) } })
    expect((await night(dir)).code).toBe(0)
    await writeFile(join(dir, 'inbox', 'log.csv'), log(2000).replace('T500,', 'T500,"'))
    const found = await night(dir)
    expect(found.code).toBe(1)
    expect(found.log).toContain('the last release, if there is one, stands')
    expect(found.log).toContain('log.csv: the quote that opens in record 500')
    expect((await found.run()).files).toMatchObject([{ records: 5, kept: 5 }])
  })
})

test('a file that grows while it is read is refused that night and read the next', async () => {
  const dir = await installation({
    config: configOf(eventSource),
    // a title in quotes within a cell: read row by row, so that there is a moment to write in
    files: { 'inbox/log.csv': log(20_000).replace('T7,', 'T7 5" ,'), 'inbox/log-2.csv': log(2, 90_001) },
  })
  let isWritten = false
  const grows = (line: string): void => {
    if (isWritten || !line.startsWith('log.csv:')) return
    isWritten = true
    appendFileSync(join(dir, 'inbox', 'log.csv'), 'T90000,2026-03-02T09:00,1,new,,,,\n')
  }
  const first = await night(dir, [], { progress: grows })
  expect(first.code).toBe(0)
  expect(first.log).toContain('log.csv was refused: it changed while it was read')
  expect((await first.run()).files.map(({ records }) => records)).toEqual([2, 0])
  const second = await night(dir)
  expect((await second.run()).files.map(({ records }) => records)).toEqual([2, 20_001])
}, 120_000)

describe('what is set aside', () => {
  test('is kept with its file, record, column, reason and all it holds, for its owner alone, and never published', async () => {
    const dir = await installation({
      config: configOf(eventSource),
      files: {
        'inbox/log.csv': csv(header, 'T1,2026-03-02T09:00,1,new,Ann,,,', 'T2,2026-03-02T09:00,1,pending-canary,Bob,,,', 'T3,short-canary', '=cmd,2026-13-02T09:00,1,new,,,,'), // biome-ignore format: a file
      },
    })
    const found = await night(dir)
    expect(found.code).toBe(0)
    const [name] = (await readdir(join(dir, 'quarantine'))).filter((entry) => entry.endsWith('.csv'))
    const path = join(dir, 'quarantine', name ?? '')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    const lines = (await readFile(path, 'utf8')).trim().split('\n')
    expect(lines[0]).toBe('"file","record","reason","column","source","item","cells"')
    expect(lines[1]).toContain('"log.csv","2","unknown_value","status","log","T2"')
    expect(lines[1]).toContain('pending-canary')
    expect(lines[2]).toContain('"log.csv","3","short_row",,"log",,')
    expect(lines[2]).toContain('short-canary')
    expect(lines[3]).toContain(`"log.csv","4","bad_date","at","log","'=cmd"`)
    expect(lines).toHaveLength(4)
    const rows = join(dir, 'quarantine', 'rows')
    for (const entry of await readdir(rows)) expect((await stat(join(rows, entry))).mode & 0o777).toBe(0o600)
    const published = await Promise.all(
      (await readdir(join(dir, 'current'), { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')),
    )
    expect(published.join('\n')).not.toContain('short-canary')
  })

  test('on a disk that refuses to keep it is no lost night half-way: nothing is published', async () => {
    const dir = await installation({ config: configOf(eventSource), files: { 'inbox/log.csv': csv(header, 'T1,2026-03-02T09:00,1,new,,,,', 'T3') } }) // biome-ignore format: one world
    const full = {
      ...disk,
      move: async (from: string, to: string) => {
        if (to.includes('quarantine')) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
        await disk.move(from, to)
      },
    }
    const found = await night(dir, [], { disk: full })
    expect([found.code, found.log]).toEqual([1, expect.stringContaining('the disk is full')])
    expect(existsSync(join(dir, 'current'))).toBe(false)
    expect((await night(dir)).code).toBe(0)
  })
})
