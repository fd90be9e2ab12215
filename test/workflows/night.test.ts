import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scriptOf, stage } from './stage.ts'

const guard = 'Refuse folders that a checkout would empty'

test.each([
  ['/srv/installation', '/srv/sites', 0],
  ['/work/checkout-of-another', '/srv/sites', 0],
  ['/work/checkout/data/live', '/srv/sites', 2],
  ['/work/checkout', '/srv/sites', 2],
  ['/srv/installation', '/work/checkout/dist', 2],
  ['data/live', '/srv/sites', 2],
  ['/srv/installation', '', 2],
])('an installation in %s with its sites in %s: exit code %i', async (DATA, OUT, code) => {
  const { play } = await stage({})
  expect((await play(guard, { DATA, OUT, GITHUB_WORKSPACE: '/work/checkout' })).code).toBe(code)
})

test.each([0, 1, 2, 3])(
  'exit code %i of the night is that of the step, and what follows learns it',
  async (code) => {
    const { play } = await stage({ npm: `exit ${code}` })
    const played = await play('Run the night', { DATA: '/srv/an installation', OUT: '/srv/sites' })
    expect(played.code).toBe(code)
    expect(await played.written('output')).toBe(`exit_code=${code}\n`)
    expect(played.calls).toEqual([
      ['npm', 'run', 'nightly', '--', '--data', '/srv/an installation', '--out', '/srv/sites'],
    ])
  },
)

test.each([
  [0, 'called=false\n'],
  [1, 'called=true\n'],
  [12, 'called=true\n'],
])('%i trends newly called: %s', async (called, said) => {
  const { play, folder } = await stage({})
  const script = scriptOf('See whether a trend was called')
  const path = /\$OUT\/[\w./-]+/.exec(script)?.[0].slice('$OUT/'.length) as string
  await mkdir(join(folder, path, '..'), { recursive: true })
  await writeFile(join(folder, path), JSON.stringify({ run: 'x', as_of: '2026-11-20T17:00:00.000Z', called }))
  await play('See whether a trend was called', { OUT: folder })
  expect(await readFile(join(folder, 'output'), 'utf8')).toBe(said)
})
