import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitting } from '../../data/shared/recognise.ts'

const signed = [
  {
    name: 'list',
    signatures: [
      ['number', 'sys_updated_on'],
      ['Number', 'Updated'],
    ],
  },
  { name: 'log', signatures: [['number', 'sys_updated_on', 'sys_mod_count']] },
  { name: 'table', signatures: [] },
]

test.each([
  ['all of a signature', ['state', 'sys_updated_on', 'number'], ['list']],
  ['its headers with BOM, blanks and capitals', ['\uFEFFNUMBER', ' Sys_Updated_On '], ['list']],
  ['the second signature', ['Number', 'updated'], ['list']],
  ['what two write', ['number', 'sys_updated_on', 'sys_mod_count'], ['list', 'log']],
  ['only a part', ['number', 'state'], []],
  ['nothing', [], []],
])('a header with %s fits', (_, header, names) => {
  expect(fitting(header, signed).map(({ name }) => name)).toEqual(names)
})

test('the signature that fits is told as it was written', () => {
  expect(fitting(['UPDATED', 'NUMBER'], signed)).toEqual([{ name: 'list', signature: ['Number', 'Updated'] }])
})

test('neither the order of headers nor further ones change what fits', () => {
  const further = fc.array(fc.string().map((text) => `x ${text}`))
  const header = further.chain((more) =>
    fc.shuffledSubarray(['number', 'sys_updated_on', ...more], { minLength: more.length + 2 }),
  )
  fc.assert(
    fc.property(header, (headers) => {
      expect(fitting(headers, signed).map(({ name }) => name)).toEqual(['list'])
    }),
  )
})
