import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scriptOf, stage } from './stage.ts'
import { stepsOf, workflowNamed } from './workflow.ts'

const guard = 'Refuse folders that a checkout would empty'

test.each([
  ['/srv/installation', '/srv/sites', 0],
  ['/work/checkout-of-another', '/srv/sites', 0],
  ['/work/checkout/data/live', '/srv/sites', 2],
  ['/work/checkout', '/srv/sites', 2],
  ['/srv/installation', '/work/checkout/dist', 2],
  ['/srv/x/../../work/checkout/data', '/srv/sites', 2],
  ['/srv/installation', '/work/checkout/../checkout', 2],
  ['/work/checkout/../installation', '/srv/sites', 0],
  ['data/live', '/srv/sites', 2],
  ['/srv/installation', '', 2],
])('an installation in %s with its sites in %s: exit code %i', async (DATA, OUT, code) => {
  const { play } = await stage({})
  expect((await play(guard, { DATA, OUT, GITHUB_WORKSPACE: '/work/checkout' })).code).toBe(code)
})

test('a folder that a link leads to the checkout is refused', async () => {
  const { play, folder } = await stage({})
  await mkdir(join(folder, 'checkout'))
  await symlink(join(folder, 'checkout'), join(folder, 'elsewhere'))
  const DATA = join(folder, 'elsewhere', 'data')
  const played = await play(guard, { DATA, OUT: '/srv/sites', GITHUB_WORKSPACE: join(folder, 'checkout') })
  expect(played).toMatchObject({ code: 2 })
  expect(played.printed).toContain(`::error::${DATA} lies in the checkout`)
})

test('what a night landed is kept though it failed, but not where it never ran', () => {
  const all = stepsOf(workflowNamed('nightly.yml'))
  const saved = all.filter(({ step }) => step.uses?.startsWith('actions/cache/save@'))
  expect(saved.length).toBe(1)
  for (const { step } of saved) expect(step.if).toContain("!cancelled() && steps.night.outcome != 'skipped'")
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
  [0, 'x', 'called=false\n'],
  [1, 'x', 'called=true\n'],
  [12, 'x', 'called=true\n'],
  [12, null, 'called=false\n'],
])('%i trends newly called by release %s: %s', async (called, run, said) => {
  const { play, folder } = await stage({})
  const script = scriptOf('See whether a trend was called')
  const path = /\$OUT\/[\w./-]+/.exec(script)?.[0].slice('$OUT/'.length) as string
  await mkdir(join(folder, path, '..'), { recursive: true })
  await writeFile(join(folder, path), JSON.stringify({ run: 'x', as_of: '2026-11-20T17:00:00.000Z', called }))
  await writeFile(join(folder, 'last-night.json'), JSON.stringify({ run }))
  await play('See whether a trend was called', { OUT: folder, DATA: folder })
  expect(await readFile(join(folder, 'output'), 'utf8')).toBe(said)
})
