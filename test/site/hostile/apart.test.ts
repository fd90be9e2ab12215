/** Names from right to left, and addresses that they are put into. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ticketAddress } from '../../../site/operations/ticket-address.ts'
import { csvOf } from '../../../site/tables/csv.ts'
import { apart, withNamesApart } from '../../../site/words/apart.ts'

describe('a name', () => {
  test.each([
    ['AV & Teaching Spaces', 'AV & Teaching Spaces'],
    ['Zoë 日本 👩‍🏫', 'Zoë 日本 👩‍🏫'],
    ['שלום 12', '\u2068שלום 12\u2069'],
    ['Desk (مرحبا)', '\u2068Desk (مرحبا)\u2069'],
    ['\u202egpj.exe', '\u2068gpj.exe\u2069'],
    ['\u2069\u202eout', '\u2068out\u2069'],
    ['a\0\u001b[31mb', 'a\ufffd\ufffd[31mb'],
    ['a\n\tb', 'a\n\tb'],
  ])('%j stands on a page as %j', (name, shown) => {
    expect(apart(name)).toBe(shown)
  })

  test('turns nothing that stands around it, whatever letters it is of', () => {
    const unit = fc.constantFrom(
      ...'a1 (\u05d0\u0645\u200f\u202a\u202d\u202e\u202c\u2066\u2067\u2068\u2069\u{1e900}',
    )
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (name) => {
        const rest = `x ${apart(name)} y`.replace(/\u2068[^\u202a-\u202e\u2066-\u2069]*\u2069/, '')
        expect(rest).not.toMatch(/[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069]|[\u{1e800}-\u{1efff}]/u)
      }),
    )
  })

  test('is apart already: once more changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(apart(apart(name))).toBe(apart(name))
      }),
    )
  })

  test('by which something is known stays as it is', () => {
    const rows = [{ key: 'שלום', label: 'שלום', n: 5, values: { items: 5, none: null } }]
    expect(withNamesApart({ rows })).toEqual({ rows: [{ ...rows[0], label: '\u2068שלום\u2069' }] })
  })

  test('stands in a file as it is written', () => {
    const table = {
      head: [{ label: 'Team', kind: 'text' as const }],
      rows: [{ label: apart('שלום'), cells: [] }],
    }
    expect(csvOf(table)).toBe('\ufeff"Team"\r\n"שלום"\r\n')
  })
})

describe('the address of a ticket', () => {
  const url = 'https://tool.example/t/{id}?from={id}'
  test.each([
    ['INC1', 'https://tool.example/t/INC1?from=INC1'],
    ['../../x?y#z', 'https://tool.example/t/..%2F..%2Fx%3Fy%23z?from=..%2F..%2Fx%3Fy%23z'],
    ['"><script>', 'https://tool.example/t/%22%3E%3Cscript%3E?from=%22%3E%3Cscript%3E'],
    ['\ud83d', 'https://tool.example/t/%EF%BF%BD?from=%EF%BF%BD'],
    [apart('א1'), 'https://tool.example/t/%D7%901?from=%D7%901'],
    ['..', null],
    ['.', null],
  ])('of %j is %j', (id, address) => {
    expect(ticketAddress(url, id)).toBe(address)
  })

  test.each(['javascript:alert(1)//{id}', 'data:text/html,{id}', '//evil.example/{id}', null])(
    'there is none where the setting is %j',
    (setting) => {
      expect(ticketAddress(setting, 'INC1')).toBe(null)
    },
  )
})
