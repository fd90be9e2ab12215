/** What a share is a share of. Of time its label begins with "of": "of the open time with word in time". */
import type { ItemKind } from '../../data/contract.ts'
import { noun } from './value.ts'

const isOfTime = (label: string): boolean => label.startsWith('of ')

/** "escalations acknowledged within 1 business day"; "share of the open time with word in time, of escalations" */
export const sharedWords = (label: string, kind: ItemKind): string =>
  isOfTime(label) ? `share ${label}, of ${noun(kind, 2)}` : `${noun(kind, 2)} ${label}`

/** After a number: "of the escalations: acknowledged within 1 business day"; "of the open time with word in time" */
export const partOf = (label: string, kind: ItemKind): string =>
  isOfTime(label) ? label : `of the ${noun(kind, 2)}: ${label}`

/** Before its period: "of the escalations: acknowledged within 1 business day," */
export const partOfKind = (label: string, kind: ItemKind): string =>
  isOfTime(label) ? `${label}, of ${noun(kind, 2)},` : `of the ${noun(kind, 2)}: ${label},`

/** After the number of a period of so many items. */
export const partOfItems = (label: string, items: string, when: string): string =>
  isOfTime(label) ? `${label}; ${items}, ${when}` : `of ${items}, ${when}: ${label}`

/** As the heading of a chart. */
export const shareHeading = (label: string): string => {
  const heading = isOfTime(label) ? `share ${label}` : label
  return heading.charAt(0).toUpperCase() + heading.slice(1)
}
