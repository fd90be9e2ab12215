import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJson } from '../../../etl/ingest/read/json.ts'
import { countJsonRecords } from '../../../etl/ingest/read/json-records.ts'
import { Refusal } from '../../../etl/ingest/refusal.ts'
import { folder } from '../../support/installation.ts'

async function read(
  content: string | Uint8Array,
  mostBytes?: number,
  name = 'export.json',
): Promise<string[][]> {
  const path = join(await folder(), name)
  await writeFile(path, content)
  return (await Array.fromAsync(readJson(path, null, mostBytes).batches)).flat().map((row) => [...row])
}

async function refusal(content: string | Uint8Array, mostBytes?: number): Promise<Refusal> {
  const found = await read(content, mostBytes).catch((error: unknown) => error)
  expect(found).toBeInstanceOf(Refusal)
  return found as Refusal
}

const answer = (...records: unknown[]): string => JSON.stringify({ result: records })

describe('records', () => {
  const containers: [string, string][] = [
    ['a list under "result"', '{"result":[{"n":"1"},{"n":"2"}]}'],
    ['a list under "records"', '{"records":[{"n":"1"},{"n":"2"}],"count":2}'],
    ['a list alone', ' [ {"n":"1"} , {"n":"2"} ]\n'],
    ['a list after other things', '{"a":{"result":[{}]},"b":["result",[{}]],"result":[{"n":"1"},{"n":"2"}]}'],
    ['a list with a byte order mark', '\uFEFF[{"n":"1"},{"n":"2"}]'],
  ] // biome-ignore format: a table
  test.each(containers)('are read from %s', async (_, text) => {
    expect(await read(text)).toEqual([['n'], ['1'], ['2']])
  })

  test('stand under every name that any of them has, in order of first appearance', async () => {
    expect(await read(answer({ b: '1', a: '2' }, { c: '3', b: '4' }))).toEqual([
      ['b', 'a', 'c'],
      ['1', '2', ''],
      ['4', '', '3'],
    ])
  })

  test('may have names that mean something to JavaScript', async () => {
    const text = '[{"__proto__":"a","constructor":"b"},{"toString":"c"}]'
    expect(await read(text)).toEqual([
      ['__proto__', 'constructor', 'toString'],
      ['a', 'b', ''],
      ['', '', 'c'],
    ])
  })

  test('hold the last of the values that they repeat', async () => {
    expect(await read('[{"n":"1","n":"2"}]')).toEqual([['n'], ['2']])
  })

  test('are read from a packed file too', async () => {
    expect(await read(gzipSync(answer({ n: '1' })), undefined, 'export.json.gz')).toEqual([['n'], ['1']])
  })

  test('come in batches, none of them lost', async () => {
    const found = await read(answer(...Array.from({ length: 5_000 }, (_, n) => ({ n }))))
    expect(found).toEqual([['n'], ...Array.from({ length: 5_000 }, (_, n) => [String(n)])])
  })
})

test('a value is a cell, whatever it is', async () => {
  const cases: [string, string][] = [
    ['" text "', ' text '],
    ['"brackets [{ and \\"quotes\\" \\\\"', 'brackets [{ and "quotes" \\'],
    ['12', '12'],
    ['1.50', '1.5'],
    ['12345678901234567890', '12345678901234567890'],
    ['true', 'true'],
    ['false', 'false'],
    ['null', ''],
    ['{"display_value":"Network","value":"8a4d"}', 'Network'],
    ['{"display_value":"Network","link":"https://x/8a4d"}', 'Network'],
    ['{"display_value":"","value":"8a4d"}', '8a4d'],
    ['{"display_value":null,"value":6}', '6'],
    ['{"link":"https://x/8a4d","value":"8a4d"}', '8a4d'],
    ['{"value":"1","unit":"h"}', '{"value":"1","unit":"h"}'],
    ['["a","b"]', '["a","b"]'],
    ['{}', '{}'],
  ]
  const found = await read(`[${cases.map(([json]) => `{"cell":${json}}`).join(',')}]`)
  expect(found.slice(1)).toEqual(cases.map(([, text]) => [text]))
})

describe('a file is refused, and told what to do,', () => {
  const cases: [string, string | Uint8Array, string, string, number | null][] = [
    ['holding nothing', '', 'empty', 'export it again', null],
    ['holding no record', '{"result":[]}', 'empty', 'no record', null],
    ['breaking off within a record', '{"result":[{"n":"1"},{"n":"2', 'unreadable', 'in or after record 2', 2],
    ['breaking off between records', '[{"n":"1"},', 'unreadable', 'in or after record 1', 1],
    ['breaking off before any', '{"result":[', 'unreadable', 'before its first record', null],
    ['holding an error', '{"error":{"message":"User Not Authenticated","detail":"Required"},"status":"failure"}', 'unreadable', 'it holds the error that the tool answered with, not records: open it', null],
    ['holding an error of another form', '{"error":"no"}', 'unreadable', 'the error that the tool answered with', null],
    ['having no list', '{"issues":[{"n":"1"}]}', 'unreadable', '"result" or "records"', null],
    ['being one value', '"result"', 'unreadable', 'no list of records', null],
    ['holding what is no object', '[{"n":"1"},7]', 'unreadable', 'record 2', 2],
    ['holding lists in place of objects', '[[1,2],[3,4]]', 'unreadable', 'record 1', 1],
    ['having two lists of the same name', '{"result":[{"n":"1"}],"result":[{"n":"2"}]}', 'unreadable', '1 records were read and 2 counted', null],
    ['a comma too many', '[{"n":"1"},{"n":"2",}]', 'unreadable', 'in or after record 2', 2],
    ['being a web page', '<html><body>Sign in</body></html>', 'unreadable', 'valid JSON', null],
    ['two answers in one file', '[{"n":"1"}]\n[{"n":"2"}]', 'unreadable', 'JSON', 1],
    ['not being UTF-8', Buffer.from([0x5b, 0x22, 0xeb, 0x22, 0x5d]), 'encoding', 'utf-8', null],
    ['being a workbook', Buffer.from('PK\x03\x04'), 'encoding', '.xlsx', null],
    ['being nested beyond reason', `[{"n":${'['.repeat(9_999)}${']'.repeat(9_999)}}]`, 'unreadable', 'nested', 1],
    ['having more columns than a table has', JSON.stringify([Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [n, n]))]), 'too_large', 'columns', null],
  ] // biome-ignore format: a table
  test.each(cases)('for %s', async (_, content, reason, words, record) => {
    const found = await refusal(content)
    expect(found.message).toContain(words)
    expect(found).toMatchObject({ reason, record })
  })

  test('for being larger than is read at once', async () => {
    expect(await refusal(answer({ n: 'x'.repeat(100) }), 64)).toMatchObject({ reason: 'too_large' })
  })
})

test('records are counted as the parser reads them, whatever they hold', () => {
  const record = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 })
  fc.assert(
    fc.property(fc.array(record), fc.constantFrom('', 'result', 'records'), (records, name) => {
      const text = JSON.stringify(name ? { [name]: records } : records, null, 1)
      expect(countJsonRecords(text)).toEqual({ begun: records.length, ended: records.length, isWhole: true })
    }),
  )
})

test('a text that breaks off anywhere is refused, and never read in part', async () => {
  const text = answer({ n: '1', 'a "name"': [{}] }, { n: { value: '\\' } })
  for (let end = 1; end < text.length; end++) await refusal(text.slice(0, end))
})
