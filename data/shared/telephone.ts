/** A `tel:` address: digits, and the plus of an international number. */
export const telephone = (number: string): string => `tel:${number.replace(/\(0\)|[^\d+]/g, '')}`
