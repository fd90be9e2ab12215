import { describe, expect, test } from 'vitest'
import { troubleOf, troubleSaid } from '../../etl/publish/trouble.ts'

const byCode = (code: string, rest: object = { path: '/srv/x' }): Error =>
  Object.assign(new Error(`${code}: something`), { code, ...rest })

describe('what is wrong with the machine is said in words', () => {
  const cases: [string, unknown, string | null][] = [
    ['a full disk', byCode('ENOSPC'), '/srv/x: the disk is full. Make room and run again'],
    ['a full disk, as DuckDB says it', new Error('IO Error: Could not write file "/srv/x": No space left on device'), '/srv/x: the disk is full. Make room and run again'],
    ['a commit that does not fit', new Error('TransactionContext Error: Failed to commit: Could not write file "/srv/w.duckdb": File too large'), '/srv/w.duckdb: the file grew larger'],
    ['scratch that does not fit', new Error('Out of Memory Error: failed to offload data block of size 256.0 KiB. This limit was set by the \'max_temp_directory_size\' setting.'), 'the disk is full'],
    ['a quota', byCode('EDQUOT'), '/srv/x: the quota of this account is used up'],
    ['a disk that is read only', byCode('EROFS'), '/srv/x: the disk can be read only'],
    ['a folder of somebody else', byCode('EACCES'), '/srv/x: this account has no permission'],
    ['a lock of somebody else', new Error('IO Error: Cannot open file "/srv/.lock": Permission denied'), '/srv/.lock: this account has no permission'],
    ['a disk that does not answer', byCode('EIO'), '/srv/x: the disk does not answer'],
    ['too many files', new Error('IO Error: Cannot open file "/srv/x": Too many open files'), '/srv/x: too many files are open'],
    ['a rename, by where it goes', byCode('EACCES', { path: '/srv/a', dest: '/srv/b' }), '/srv/b: this account has no permission'],
    ['too little memory', new Error('Out of Memory Error: could not allocate block'), 'there is too little memory'],
    ['a landed file that was cut off', new Error("Invalid Input Error: No magic bytes found at end of file '/srv/landed/ab.parquet'"), '/srv/landed/ab.parquet is damaged: restore it'],
    ['one that was written over', new Error('stg_records.sql: it failed', { cause: new Error('Invalid Input Error: Failed to read file "/srv/landed/ab.parquet": ZSTD Decompression failure') }), '/srv/landed/ab.parquet is damaged: restore it'],
    ['a cause', new Error('fct_items.sql: it failed', { cause: byCode('ENOSPC') }), '/srv/x: the disk is full'],
    ['nothing of the kind', new Error('no space left on device'), null],
    ['a fault of the program', new TypeError('x is not a function'), null],
    ['a cell that reads like trouble', new Error('Conversion Error: Could not convert string "Permission denied" to INT32'), null],
    ['no error at all', 'ENOSPC', null],
  ] // biome-ignore format: a table
  test.each(cases)('%s', (_, error, says) => {
    if (says === null) expect(troubleOf(error)).toBeNull()
    else expect(troubleOf(error)).toContain(says)
  })
})

describe('what another program said of it', () => {
  const cases: [string, string, string | null][] = [
    ['a full disk', "[build] 3 pages\n[ERROR] ENOSPC: no space left on device, open '/srv/out/index.html'\n    at cpSync", '/srv/out/index.html: the disk is full'],
    ['a full disk, without a path', 'Error: ENOSPC: no space left on device, write\n    at write', 'the disk is full'],
    ['a fault of a page', 'TypeError: x is not a function\n    at page', null],
    ['a missing file', "ENOENT: no such file or directory, open '/srv/x'", null],
  ] // biome-ignore format: a table
  test.each(cases)('%s', (_, output, says) => {
    const told = troubleSaid(output)
    if (says === null) expect(told).toBeNull()
    else expect(told).toMatch(new RegExp(`^${says}`))
  })
})
