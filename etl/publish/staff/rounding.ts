/**
 * What counts are rounded to: the threshold, and twice that below 4. There "small" is 1, or 1 and 2, so that whoever knew
 * that there was anything would know how much, or nearly; among four or six it stays hidden. 1 suppresses nothing.
 */
export const baseOf = (suppressBelow: number): number =>
  suppressBelow === 2 || suppressBelow === 3 ? 2 * suppressBelow : suppressBelow

/**
 * A count as everybody may see it: the nearest multiple of the base, the lower of two as near; null below the base. Each
 * rounded count stands for several, so that neither one night nor the difference of two tells of a few people.
 *
 * Rounding to the nearest multiple is what UK higher education publishes by: HESA, "Rounding and suppression to anonymise
 * statistics" (https://www.hesa.ac.uk/about/regulation/data-protection/rounding-and-suppression-anonymise-statistics):
 * counts to multiples of 5, no percentage of fewer than 22.5.
 */
export const roughCount = (count: number, base: number): number | null =>
  count < base ? null : base * Math.ceil((2 * count - base) / (2 * base))

/** The least count that is told as this rounded one. */
export const leastOf = (rounded: number, base: number): number =>
  Math.max(base, rounded - Math.floor((base - 1) / 2))
