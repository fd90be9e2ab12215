/** The exports of the sample installation: the page says of them what its night said. */
import { readFileSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formatsFile, runFile } from '../../../data/contract.ts'
import { checkFile } from '../../../site/check/check-file.ts'
import { parseText } from '../../../site/check/parse.ts'
import { sampleNight } from '../../support/sample-night.ts'
import { saidByPage } from './both.ts'

const json = (dir: string, name: string): unknown =>
  JSON.parse(readFileSync(join(dir, 'current', name), 'utf8'))

async function fileIn(path: string, name: string) {
  const { size, mtimeMs } = await stat(path)
  const handle = await open(path)
  const slice = (from: number, to: number) =>
    ({
      arrayBuffer: async () => {
        const { buffer } = await handle.read(new Uint8Array(to - from), 0, to - from, from)
        return buffer.buffer
      },
    }) as Blob
  return { file: { name, size, lastModified: Math.floor(mtimeMs), slice }, close: () => handle.close() }
}

test('every export of the sample is read as its night read it', async () => {
  const { dir } = await sampleNight()
  const { files } = runFile.parse(json(dir, 'run.json'))
  const formats = formatsFile.parse(json(dir, 'operations/formats.json'))
  expect(files.length).toBeGreaterThan(2)
  for (const { name, source, records, quarantined, refused } of files) {
    const { file, close } = await fileIn(join(dir, 'inbox', name), name)
    const tools = { parse: parseText, progress: () => {}, now: Date.now }
    const said = saidByPage(await checkFile({ file, formats, chosen: null }, tools))
    await close()
    expect({
      name,
      source: said.source,
      records: said.records,
      aside: said.aside,
      refused: said.refused,
    }).toEqual({ name, source, records, aside: quarantined, refused })
  }
}, 400_000)
