/** What one person holds. */
export interface Holder {
  readonly owner: string
  readonly tickets: number
  readonly escalations: number
}

/**
 * Who holds fewer open items than this stands with the others. There is little to take over from them, an age would be that
 * of a single item, and a list without a lower end cannot be read as one of who does least.
 */
export const aloneFrom = 5

/** Among fewer people a code would not hide who is meant; the distribution of owner load begins with as many. */
export const fewestPeople = 5

const itemsOf = ({ tickets, escalations }: Holder): number => tickets + escalations

/** Who stands alone, and who with the others: never one person, who would be told by being left out. */
export function merged<One extends Holder>(holders: readonly One[]): { alone: One[]; others: One[] } {
  const [alone = [], others = []] = [true, false].map((isAlone) =>
    holders.filter((holder) => itemsOf(holder) >= aloneFrom === isAlone),
  )
  const least = alone.toSorted((a, b) => itemsOf(a) - itemsOf(b))[0]
  if (others.length !== 1 || least === undefined) return { alone, others }
  return { alone: alone.filter((holder) => holder !== least), others: [...others, least] }
}
