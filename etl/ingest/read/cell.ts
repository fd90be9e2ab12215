/** What a workbook's cell holds, as the library hands it over; numbers as the file writes them. */
export type Cell = string | boolean | Date | NumberText | null

/** A number as it stands in the file. */
export class NumberText {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

const day = 86_400_000
/** A time without a date is a time on the day that the workbook counts from. */
const daysZero = [Date.UTC(1899, 11, 30), Date.UTC(1904, 0, 1)]

/** A whole number that is written with an exponent, digit by digit; null where it is none. */
function wholeNumber(text: string): string | null {
  const [, sign = '', first = '', rest = '', exponent = ''] =
    /^(-?)(\d)(?:\.(\d+))?e\+?(\d{1,3})$/i.exec(text) ?? []
  return first && rest.length <= Number(exponent) ? sign + first + rest.padEnd(Number(exponent), '0') : null
}

/** Digits without an exponent; what binary fractions add beyond Excel's 15 digits is cut. */
function numberText(text: string): string {
  const number = Number(text)
  if (/^-?\d+$/.test(text) || !Number.isFinite(number)) return text
  const short = Number(number.toPrecision(15))
  return (
    wholeNumber(text) ?? (/e-/.test(String(short)) ? short.toFixed(20).replace(/\.?0+$/, '') : String(short))
  )
}

/** A spreadsheet's date is a wall time without a zone: `2026-03-02 09:05:00`, or the date or the time alone. */
function dateText(date: Date): string {
  // Serial numbers are binary fractions of a day: only whole seconds are meant.
  const at = Math.round(date.getTime() / 1000) * 1000
  if (!Number.isFinite(at)) return String(date)
  const [days, time] = new Date(at).toISOString().slice(0, 19).split('T')
  if (daysZero.some((zero) => at >= zero && at < zero + day)) return time ?? ''
  return at % day === 0 ? (days ?? '') : `${days} ${time}`
}

/** A cell as text; one that holds nothing, or an error such as #N/A, is empty. */
export function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof NumberText) return numberText(cell.text)
  return cell instanceof Date ? dateText(cell) : String(cell)
}
