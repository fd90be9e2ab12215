import { describe, expect, test } from 'vitest'
import type { StaffFile } from '../../../data/contract.ts'
import { keptOf } from '../../../site/calculator/kept.ts'
import { asOf, manifest } from '../fixture.ts'
import { noFigures } from '../fixture-staff.ts'
import { plain } from '../plain.ts'

type Row = StaffFile['tables'][number]['rows'][number]
const about = (tenths: number) => ({ is: 'about', tenths }) as const

const staffOf = (rows: Row[], figures = ['response', 'resolution']): StaffFile => ({
  ...noFigures(asOf),
  tables: [
    {
      id: 'levels',
      by: 'level',
      item_kind: 'ticket',
      from: '2025-11-21',
      to: '2026-11-20',
      columns: figures.map((figure) => ({ measure: 'service-levels', figure })),
      rows,
    },
  ],
})
const lines = (rows: Row[], figures?: string[]): (string | null)[] | undefined =>
  keptOf(staffOf(rows, figures), manifest)?.lines.map(({ name, words }) => plain(`${name}: ${words}`))

describe('how well targets are met', () => {
  test('is one line a level, in the order of the levels', () => {
    const rows = [
      { label: 'P2', count: 300, shares: [{ is: 'more_than', tenths: 9 } as const, null] },
      { label: 'P1', count: 100, shares: [about(5), about(8)] },
    ]
    expect(lines(rows)).toEqual([
      'A class or an exam, now (P1): About half answered in time, about 8 in 10 solved in time.',
      'A department (P2): More than 9 in 10 answered in time.',
    ])
    expect(plain(keptOf(staffOf(rows), manifest)?.when ?? null)).toBe('21 Nov 2025 to 20 Nov 2026')
  })

  test('leaves out levels that are too small, merged, or not named', () => {
    const rows = [
      { label: 'P1', count: 100, shares: [null, null] },
      { label: 'P8', count: 100, shares: [about(5), about(8)] },
      { label: null, count: 10, shares: [about(5), about(8)] },
    ]
    expect(lines(rows)).toBeUndefined()
  })

  test('is not told where nothing is published of it', () => {
    expect(keptOf(noFigures(asOf), manifest)).toBeNull()
    expect(lines([{ label: 'P1', count: 10, shares: [about(5)] }], ['first_contact'])).toBeUndefined()
  })
})
