import { execFileSync } from 'node:child_process'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Found, inventory } from '../../etl/ingest/inventory.ts'
import { fingerprint } from '../../etl/ingest/unchanged.ts'
import { folder } from '../support/installation.ts'

const claims = [
  { name: 'incidents', files: 'incident*.csv' },
  { name: 'escalations', files: 'escalations/**/*.csv' },
  { name: 'everything', files: '*.csv' },
]

describe('what lies in the inbox', () => {
  let inbox: string
  let found: Map<string, Found>
  beforeAll(async () => {
    inbox = await folder()
    await mkdir(join(inbox, 'escalations', '2026'), { recursive: true })
    await mkdir(join(inbox, 'incident-folder.csv'))
    await mkdir(join(inbox, '.hidden'))
    for (const name of ['incident-1.csv', 'incident-2.csv.gz', 'incident\n3.csv', '~$incident.csv', 'other.csv', 'notes.txt', '.incident.csv', '.hidden/incident.csv', 'escalations/a.csv', 'escalations/2026/b.csv']) // biome-ignore format: a list
      await writeFile(join(inbox, name), 'id\n')
    await writeFile(join(inbox, 'secret'), 'id\n')
    await symlink(join(inbox, 'secret'), join(inbox, 'incident-link.csv'))
    await symlink(join(inbox, 'nowhere'), join(inbox, 'incident-lost.csv'))
    execFileSync('mkfifo', [join(inbox, 'incident-pipe.csv')])
    found = new Map((await inventory(inbox, claims)).map((file) => [file.name, file]))
  })

  const readBy: [string, string][] = [
    ['incident-1.csv', 'incidents'],
    ['other.csv', 'everything'],
    ['escalations/a.csv', 'escalations'],
    ['escalations/2026/b.csv', 'escalations'],
  ]
  test.each(readBy)('%s is read by the first source that fits: %s', (name, source) => {
    expect(found.get(name)).toMatchObject({ source, refusal: null, bytes: 3 })
  })

  test.each(['incident-link.csv', 'incident-lost.csv', 'incident-pipe.csv'])(
    '%s is no ordinary file, and is not followed',
    (name) => {
      expect(found.get(name)?.refusal).toMatchObject({ reason: 'not_a_file' })
      expect(found.get(name)?.refusal?.message).toContain('put the export itself into the inbox')
    },
  )

  test('a name that no source matches is refused, with what the sources do read', () => {
    expect(found.get('notes.txt')).toMatchObject({ source: null, refusal: { reason: 'no_source' } })
    expect(found.get('notes.txt')?.refusal?.message).toContain('incidents reads "incident*.csv"')
  })

  test('hidden files and folders are passed over, and a folder is no file', () => {
    expect([...found.keys()].filter((name) => name.includes('.hidden') || name.startsWith('.'))).toEqual([])
    expect(found.has('escalations')).toBe(false)
  })

  test('a folder by the name of an export is named, since somebody will look for it', () => {
    expect(found.get('incident-folder.csv')?.refusal).toMatchObject({ reason: 'not_a_file' })
  })

  test('what an office program leaves beside an open document is passed over', () => {
    expect(found.has('~$incident.csv')).toBe(false)
  })

  test('a packed file is read by the source of what it holds', () => {
    expect(found.get('incident-2.csv.gz')).toMatchObject({ source: 'incidents', refusal: null })
  })

  test('a name with control characters is shown without them, and read all the same', () => {
    expect(found.get('incident\uFFFD3.csv')).toMatchObject({ source: 'incidents', refusal: null })
  })

  test('the names are in order', () => {
    const paths = [...found.values()].map(({ path }) => path)
    expect(paths).toEqual([...paths].sort())
  })
})

test('an inbox that is not there is empty', async () => {
  expect(await inventory(join(await folder(), 'inbox'), claims)).toEqual([])
})

test('a fingerprint is the SHA-256 of the bytes', async () => {
  const path = join(await folder(), 'abc')
  await writeFile(path, 'abc')
  expect(await fingerprint(path)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
