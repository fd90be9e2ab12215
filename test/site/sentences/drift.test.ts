import { expect, test } from 'vitest'
import { today } from '../../../site/sentences/drift.ts'
import { firstNight, full, troubled } from '../fixture.ts'

const asBefore =
  'Nothing is unusual about its columns, its words or the number of its records, as far as there are earlier exports to compare with.'
const { run, manifest } = full()
const [file] = run.files
if (file === undefined) throw new Error('no file')
const gone = {
  source: 'incidents',
  file: 'log.csv',
  kind: 'fewer_records',
  message: 'Half as many records as before.',
} as const
const refused = {
  ...file,
  name: 'new.csv',
  refused: { reason: 'missing_column', record: null, message: 'The column “number” is missing.' },
} as const
const wasRefused = '“new.csv” was refused: The column “number” is missing.'

const saidOf = (night: typeof run): string[] | undefined =>
  today(night, manifest.sources).find(({ source }) => source === 'incidents')?.sentences

test.each([
  ['nothing was read', firstNight().run, ['Nothing was delivered.']],
  ['all is as before', run, [asBefore]],
  ['two files of one source', { ...run, files: [file, file] }, [asBefore]],
  ['a column is gone', troubled().run, ['The column “category” is gone.']],
  [
    'it is odd in two ways',
    { ...run, drift: [gone, { ...gone, message: 'It was cut.' }] },
    ['Half as many records as before.', 'It was cut.'],
  ],
  ['its only file was refused', { ...run, files: [refused] }, [wasRefused]],
  ['one of its files was refused', { ...run, files: [file, refused] }, [wasRefused, asBefore]],
])('%s', (_, night, told) => {
  expect(saidOf(night)).toEqual(told)
})

test('every configured source is told of, in its order', () => {
  expect(today(run, manifest.sources).map(({ source }) => source)).toEqual(
    manifest.sources.map(({ name }) => name),
  )
})
