/** Rounded figures in words: what everybody may see is about so many, or more or fewer than so many. */
import type { ItemKind, RoughShare } from '../../data/contract.ts'
import { number } from './number.ts'
import { items } from './value.ts'

const nbsp = '\u00a0'
const inTen = (tenths: number | string): string => `${tenths}${nbsp}in${nbsp}10`
const inRange = (tenths: number, join: string): string =>
  inTen(`${tenths - 1}${nbsp}${join}${nbsp}${tenths + 1}`)

/** As a sentence says it: "about 4 in 10", "about half", "between 3 and 5 in 10", "more than 9 in 10". */
export const roughly = ({ is, tenths }: RoughShare): string => {
  if (is === 'between') return `between ${inRange(tenths, 'and')}`
  if (is === 'about') return tenths === 5 ? 'about half' : `about ${inTen(tenths)}`
  return `${is === 'more_than' ? 'more' : 'fewer'} than ${inTen(tenths)}`
}

/** As a cell says it, whose heading or note says that it is rounded: "4 in 10", "over 9 in 10". */
export const inRoughCell = ({ is, tenths }: RoughShare): string =>
  is === 'between'
    ? inRange(tenths, 'to')
    : `${{ about: '', more_than: `over${nbsp}`, fewer_than: `under${nbsp}` }[is]}${inTen(tenths)}`

/** "about 40 escalations"; where nothing is rounded, "40 escalations". */
export const aboutItems = (count: number, kind: ItemKind, roundedTo: number): string =>
  `${roundedTo === 1 ? '' : 'about '}${items(count, kind)}`

/** "about 190"; where nothing is rounded, "190". */
export const aboutNumber = (count: number, roundedTo: number): string =>
  `${roundedTo === 1 ? '' : 'about '}${number(count)}`

/** A share as elements carry it for whoever checks the page: tenths as a number from 0 to 1. */
export const tenthsValue = ({ tenths }: RoughShare): number => tenths / 10
