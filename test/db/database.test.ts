import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Database, INTEGER, VARCHAR } from '../../etl/db/database.ts'
import { memoryLimitMb, nightLimitMb, WrongLimit } from '../../etl/db/limits.ts'
import { folder } from '../support/installation.ts'

let dir: string
let database: Database
beforeEach(async () => {
  dir = join(await folder(), 'own')
  await mkdir(dir)
  database = await Database.open(join(dir, 'some.duckdb'), [dir])
})
afterEach(() => database.close())

describe('the database is locked down', () => {
  test('reads and writes below its folder', async () => {
    await database.run(`copy (select 1 as one) to '${dir}/one.parquet' (format parquet)`)
    expect(await database.all(`from '${dir}/one.parquet'`)).toEqual([{ one: 1 }])
  })

  const forbidden: [string, string][] = [
    ['a file elsewhere', "select * from read_text('/etc/hostname')"],
    ['a file beside its folder whose name begins alike', 'select * from read_text($beside)'],
    ['a file above it by dots', 'select * from read_text($above)'],
    ['a file of the network', "select * from 'http://127.0.0.1:9/x.csv'"],
    ['a folder elsewhere, to write', `copy (select 1) to '${tmpdir()}/escaped.csv'`],
    ['another database', `attach '${tmpdir()}/escaped.duckdb'`],
    ['all of it, to write', `export database '${tmpdir()}/escaped'`],
    ['an extension', 'install httpfs'],
    ['an extension that is there', 'load httpfs'],
    ['its own lock', 'set enable_external_access = true'],
    ['the list of its folders', "set allowed_directories = ['/']"],
    ['the list of its files', "set allowed_paths = ['/etc/passwd']"],
    ['its limit of memory', "set memory_limit = '1TB'"],
    ['where it spills', "set temp_directory = '/tmp'"],
  ]
  test.each(forbidden)('%s is out of reach', async (_, sql) => {
    await writeFile(`${dir}-beside`, 'secret')
    const bindings = { beside: `${dir}-beside`, above: `${dir}/../../../etc/hostname` }
    await expect(database.all(sql, bindings)).rejects.toThrow(
      /disabled|locked|cannot|not allowed|Permission/i,
    )
  })
})

test('single files that it is given are in its reach, and none beside them', async () => {
  await writeFile(join(dir, 'one.txt'), 'one')
  await writeFile(join(dir, 'two.txt'), 'two')
  const narrow = await Database.open(':memory:', [], { files: [join(dir, 'one.txt')] })
  expect(await narrow.all('select content from read_text($path)', { path: join(dir, 'one.txt') })).toEqual([
    { content: 'one' },
  ])
  await expect(narrow.all('from read_text($path)', { path: join(dir, 'two.txt') })).rejects.toThrow(
    'disabled',
  )
  await narrow.close()
})

describe('limits', () => {
  const rows = 'select range as number, md5(range::varchar) as word from range(2_000_000) order by word'

  test('memory that is used up is scratch in the folder that is named, which goes with the database', async () => {
    const spill = join(dir, 'spill')
    const small = await Database.open(':memory:', [], { memoryMb: 64, spill })
    await small.run(`create table many as ${rows}`)
    expect(await readdir(spill)).not.toEqual([])
    await small.close()
    expect(await readdir(dir)).not.toContain('spill')
  })

  test('without one, what does not fit is an error', async () => {
    const small = await Database.open(':memory:', [], { memoryMb: 64 })
    await expect(small.run(`create table many as ${rows}`)).rejects.toThrow('Out of Memory')
    await small.close()
  })

  test('of memory come from the environment, and else from the machine', () => {
    expect(memoryLimitMb({ ESCALATION_TRENDS_MEMORY_MB: '1000' })).toBe(1000)
    const half = memoryLimitMb({})
    expect(half).toBeLessThanOrEqual(Math.max(128, totalmem() / 2e6))
    expect(half).toBeGreaterThanOrEqual(128)
  })

  test('of a night grow with its records, up to what there is, unless the environment says otherwise', () => {
    const [few, many, more] = [0, 1_000_000, 3_000_000].map((records) => nightLimitMb(records, {})) as [
      number,
      number,
      number,
    ]
    const half = memoryLimitMb({})
    expect([few, many, more]).toEqual([500, 500, 1500].map((needed) => Math.min(half, needed)))
    expect(nightLimitMb(9e9, {})).toBe(half)
    expect(nightLimitMb(0, { ESCALATION_TRENDS_MEMORY_MB: '9000' })).toBe(9000)
  })

  test.each(['lots', '0', '-5', '1.5', '127', '1e99'])('that are none are refused: %s', (said) => {
    expect(() => memoryLimitMb({ ESCALATION_TRENDS_MEMORY_MB: said })).toThrow(WrongLimit)
  })
})

test('what is saved is in the file alone', async () => {
  await database.run('create table saved as select 1 as one')
  await database.save()
  expect(await readdir(dir)).not.toContain('some.duckdb.wal')
})

describe('values', () => {
  test('are bound, and never part of the statement', async () => {
    await database.run('create table people (name varchar)')
    await database.run('insert into people values ($name)', { name: "x'); drop table people; --" })
    expect(await database.all('select length(name) as letters from people')).toEqual([{ letters: '26' }])
  })

  test('may be lists of texts, numbers, yes or no, and nothing', async () => {
    const row = { list: ['a', 'b'], number: 1.5, yes: true, nothing: null }
    expect(
      await database.all('select $list as list, $number as number, $yes as yes, $nothing as nothing', row),
    ).toEqual([row])
  })

  test('that are on offer and not named do not matter', async () => {
    expect(await database.all('select $a as a -- not $b', { a: 1, c: 2 })).toEqual([{ a: 1 }])
  })

  test('that are named and not on offer are missed by name', async () => {
    await expect(database.all('select $missing as a', {})).rejects.toThrow('no value is given for $missing')
  })
})

describe('a file of SQL', () => {
  const url = async (sql: string): Promise<URL> => {
    await writeFile(join(dir, 'made.sql'), sql)
    return pathToFileURL(join(dir, 'made.sql'))
  }

  test('makes a table, and adds to it by the names of columns', async () => {
    await database.file(await url('select $one as one, 2 as two'), { one: 'x' }, { create: 'made' })
    await database.file(await url("select 3 as two, 'y' as one"), {}, { insert: 'made' })
    expect(await database.all('from made order by two')).toEqual([
      { one: 'x', two: 2 },
      { one: 'y', two: 3 },
    ])
  })

  test('is named where it fails', async () => {
    await expect(database.file(await url('select nonsense'), {}, { create: 'made' })).rejects.toThrow(
      'made.sql',
    )
    await expect(database.rowsOf(await url('select nonsense'))).rejects.toThrow('made.sql')
  })
})

test('rows are added by columns, more than a chunk of them', async () => {
  await database.run('create table many (number integer, word varchar)')
  const appender = await database.appender('many', [INTEGER, VARCHAR])
  const numbers = Array.from({ length: 5000 }, (_, index) => index)
  appender.append([numbers, numbers.map((number) => (number % 2 ? `é${number}` : null))])
  appender.close()
  expect(
    await database.all(
      'select count(*)::integer as n, count(word)::integer as words, max(number) as last, max(word) filter (number = 4999) as word from many',
    ),
  ).toEqual([{ n: 5000, words: 2500, last: 4999, word: 'é4999' }])
})

test('times are in UTC, wherever it runs', async () => {
  expect(await database.all("select timestamptz '2026-07-01 12:00:00+01'::varchar as at")).toEqual([
    { at: '2026-07-01 11:00:00+00' },
  ])
})
