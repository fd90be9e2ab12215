import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assertUsage } from '../../etl/night/usage.ts'
import { realEffects } from '../../etl/terminal.ts'
import { folder } from '../support/installation.ts'

const asked = async (out: (dir: string) => string | Promise<string>, hasSite = true): Promise<void> => {
  const dir = await folder()
  const data = join(dir, 'desk')
  await mkdir(join(data, 'inbox'), { recursive: true })
  const options = { data, out: await out(dir), hasSite, asOf: null, isRepublish: false }
  await assertUsage(options, realEffects())
}

const linked = async (dir: string): Promise<string> => {
  await symlink(join(dir, 'desk', 'inbox'), join(dir, 'web'))
  return join(dir, 'web', 'sites')
}

test.each([
  ['the installation', (dir: string) => join(dir, 'desk'), 'the installation itself'],
  ['its inbox', (dir: string) => join(dir, 'desk', 'inbox'), 'in its inbox/'],
  ['a folder to be of its releases', (dir: string) => join(dir, 'desk', 'releases', 'x'), 'in its releases/'],
  ['a link into its inbox', linked, 'in its inbox/'],
])('sites cannot go into %s', async (_, out, words) => {
  await expect(asked(out)).rejects.toThrow(words)
})

test.each([
  ['beside it', (dir: string) => join(dir, 'sites')],
  ['into a folder of their own in it', (dir: string) => join(dir, 'desk', 'sites')],
  ['above it', (dir: string) => dir],
])('they can go %s', async (_, out) => {
  await asked(out)
})

test('where no site is built, it is not asked where to', async () => {
  await asked((dir) => join(dir, 'desk'), false)
})
