import { expect, test } from 'vitest'
import { today } from '../../../site/sentences/drift.ts'
import { firstNight, full, troubled } from '../fixture.ts'

const asBefore =
  'Nothing is unusual about its columns, its words or the number of its records, as far as there are earlier exports to compare with.'
const { run } = full()
const [file] = run.files
const gone = {
  source: 'log',
  file: 'log.csv',
  kind: 'fewer_records',
  message: 'Half as many records as before.',
} as const

test.each([
  ['nothing was read', firstNight().run, []],
  ['all is as before', run, [{ source: 'incidents', sentences: [asBefore] }]],
  [
    'two files of one source',
    { ...run, files: file === undefined ? [] : [file, file] },
    [{ source: 'incidents', sentences: [asBefore] }],
  ],
  [
    'a column is gone, and a file belongs to no source',
    troubled().run,
    [{ source: 'incidents', sentences: ['The column “category” is gone.'] }],
  ],
  [
    'another source is odd in two ways',
    { ...run, drift: [gone, { ...gone, message: 'It was cut.' }] },
    [
      { source: 'incidents', sentences: [asBefore] },
      { source: 'log', sentences: ['Half as many records as before.', 'It was cut.'] },
    ],
  ],
])('%s', (_, night, told) => {
  expect(today(night)).toEqual(told)
})
