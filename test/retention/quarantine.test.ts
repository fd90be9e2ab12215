import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Database } from '../../etl/db/database.ts'
import { setKey } from '../../etl/db/key.ts'
import { installMacros } from '../../etl/db/macros.ts'
import { disk, type Effects } from '../../etl/effects.ts'
import { Erased } from '../../etl/ingest/erased.ts'
import { eraseQuarantine } from '../../etl/retention/erase-quarantine.ts'
import { folder } from '../support/installation.ts'

const effects: Effects = { now: () => new Date(), log: () => {}, progress: () => {}, disk }
const secret = Buffer.from('secret')
const erased = new Erased(secret, [], false).and(['Ann Lee', 'xlee7'], '2026-03-31T12:00:00.000Z')
const run = '20260331T020000123Z'
const header = '"file","record","reason","column","source","item","cells"'
const line = (record: number, cells: string): string =>
  `"log.csv","${record}","bad_date","at","log","T${record}","${cells.replaceAll('"', '""')}"`

/** What stays of a quarantine of these files. */
async function after(files: Readonly<Record<string, string>>) {
  const dir = await folder()
  const quarantine = join(dir, 'quarantine')
  await mkdir(quarantine)
  for (const [name, text] of Object.entries(files)) await writeFile(join(quarantine, name), text)
  const database = await Database.open(':memory:', [dir], { memoryMb: 512, spill: join(dir, 'spill') })
  try {
    await installMacros(database)
    await setKey(database, secret)
    const done = await eraseQuarantine(dir, erased, database, effects)
    const names = (await readdir(quarantine)).sort()
    const texts = await Promise.all(names.map((name) => readFile(join(quarantine, name), 'utf8')))
    return { done, left: Object.fromEntries(names.map((name, index) => [name, texts[index]])) }
  } finally {
    await database.close()
  }
}

const naming: [string, string][] = [
  ['in an array of cells', '["T1","Ann Lee"]'],
  ['in two cells beside each other', '["T1","Ann","Lee"]'],
  ['in an object by column', '{"owner":"ann  LEE","at":"x"}'],
  ['over a line end', '["a note\\nAnn\\tLee"]'],
  ['over a line end that is one', '{"owner":"Ann\nLee"}'],
  ['in an array that was cut off', '["a note\\nAnn Lee, and mo'],
  ['in an address', '["xlee7@example.ac.uk"]'],
  ['with quotes around it', '["the \\"Ann Lee\\" one"]'],
]
test.each(naming)('a line that names someone %s is taken out, and the others stay', async (_, cells) => {
  const name = `${run}.csv`
  const others = [line(1, '["T1","Ann Leeds"]'), line(3, '{"owner":"Lee Ann"}')]
  const { done, left } = await after({
    [name]: [header, others[0], line(2, cells), others[1], ''].join('\n'),
  })
  expect(done).toEqual([{ name, records: 1 }])
  expect(left[name]).toBe([header, ...others, ''].join('\n'))
})

test('an empty cell is no fault of the file', async () => {
  const name = `${run}.csv`
  const empty = '"log.csv","1","long_row",,"log",,"[""T1"",""a note,\\nAnn\\tLee""]"'
  const { done, left } = await after({ [name]: [header, empty, line(2, '["T1"]'), ''].join('\n') })
  expect(done).toEqual([{ name, records: 1 }])
  expect(left[name]).toBe([header, line(2, '["T1"]'), ''].join('\n'))
})

test('a file that names nobody stays as it is, and what no run wrote is not looked at', async () => {
  const files = { [`${run}.csv`]: `${header}\n${line(1, '["T1"]')}\n`, 'notes.csv': 'Ann Lee\n' }
  expect(await after(files)).toEqual({ done: [], left: files })
})

test('a line of a million characters is read', async () => {
  const name = `${run}.csv`
  const long = line(1, JSON.stringify(['x'.repeat(1_000_000), 'Ann Lee']))
  const { done } = await after({ [name]: [header, long, line(2, '["T1"]'), ''].join('\n') })
  expect(done).toEqual([{ name, records: 1 }])
})

test('a list of words that names someone goes, and one that does not stays', async () => {
  const later = '20260401T020000123Z'
  const files = { [`${run}.json`]: '{"words":["Ann Lee"]}', [`${later}.json`]: '{"words":["Ann Leeds"]}' }
  const { done, left } = await after(files)
  expect(done).toEqual([{ name: `${run}.json`, records: null }])
  expect(Object.keys(left)).toEqual([`${later}.json`])
})

test('a file that can be read no more is removed whole', async () => {
  const { done, left } = await after({ [`${run}.csv`]: `${header}\n"one cell\n` })
  expect(done).toEqual([{ name: `${run}.csv`, records: null }])
  expect(left).toEqual({})
})
