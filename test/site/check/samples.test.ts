/** The page that checks a file says of every sample what a night says of it. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { configOf } from '../../support/config.ts'
import { checked, compared, type Files, formatsOf, saidByNight, saidByPage, textOfSample } from './both.ts'

const samples = 'test/formats/samples'
const patience = 120_000
const isText = (name: string): boolean => !/\.(xlsx|json|mbox|eml)$/i.test(name)

function filesOf(sample: string): Files {
  const folder = `${samples}/${sample}/inbox`
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
  const names = found
    .filter((each) => each.isFile())
    .map((each) => `${each.parentPath}/${each.name}`.slice(folder.length + 1))
  return Object.fromEntries(names.map((name) => [name, textOfSample(`${folder}/${name}`)]))
}

const delimited = readdirSync(samples).filter((sample) => Object.keys(filesOf(sample)).some(isText))

test('most samples are delimited text', () => {
  expect(delimited.length).toBeGreaterThan(7)
})

test.each(delimited)(
  'of %s',
  async (sample) => {
    const config = configOf(readFileSync(`${samples}/${sample}/source.yaml`, 'utf8'))
    const files = filesOf(sample)
    const night = await saidByNight(config, files)
    const page = await checked(await formatsOf(config), files)
    for (const name of Object.keys(files).filter(isText)) {
      const [byPage, byNight] = [page.get(name), night.get(name)]
      if (!byPage || !byNight) throw new Error(`${name} was not read`)
      expect({ name, ...compared(saidByPage(byPage)) }).toEqual({ name, ...compared(byNight) })
    }
  },
  patience,
)
