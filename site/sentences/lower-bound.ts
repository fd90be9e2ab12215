/** Whether a share of a measure is known from below only. */
import type { ItemKind, MeasureFile } from '../../data/contract.ts'

/** True where no source tells the share whole: what it misses may be so as well. */
export const isLowerBound = (
  { definition, can_be_told }: MeasureFile,
  id: string,
  kind: ItemKind,
): boolean => {
  const own = definition.figures.find((figure) => figure.id === id)?.can_be_told ?? can_be_told.by_source
  const told = own.filter(({ item_kind }) => item_kind === kind)
  return told.some(({ answer }) => answer !== 'no') && told.every(({ answer }) => answer !== 'yes')
}
