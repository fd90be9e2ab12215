/** The values of everything by period, as a page carries them for the line beside a filter's. */
import { decode, encode } from '../../data/shared/cells-code.ts'

/** No chart shows more. */
const parts = 10_000

/** Shares 0 to 1 as text; null is 0, and a share one more than its ten-thousandths. */
export const encodeValues = (values: readonly (number | null)[]): string =>
  encode(values.map((value) => (value === null ? 0 : Math.round(value * parts) + 1)))

/** The shares of a text. */
export const decodeValues = (text: string): (number | null)[] =>
  decode(text).map((number) => (number === 0 ? null : (number - 1) / parts))
