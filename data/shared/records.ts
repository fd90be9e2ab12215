import { Refusal } from './refusal.ts'

const quote = 34
const newline = 10
const space = 32

/**
 * Finds where records end, by quotes and line ends alone and so independently of the parser that reads them.
 * A quote opens a cell only at the cell's start; within it two quotes are one; blank lines are no records.
 */
export class RecordCounter {
  readonly #delimiter: number
  #isInQuotes = false
  #isCellStart = true
  #hasContent = false
  #mayCloseQuote = false
  /** A cell's quotes have ended: only blanks may follow. */
  #isAfterQuote = false
  /** Records that have ended so far, the header included. */
  records = 0
  /** The record in which the quote opened that is open now. */
  openedInRecord = 0

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0)
  }

  get isInQuotes(): boolean {
    return this.#isInQuotes && !this.#mayCloseQuote
  }

  /** Reads a piece of text; returns the position after the last record that ends in it, or 0. */
  read(text: string): number {
    let end = 0
    for (let position = 0; position < text.length; position++) {
      const code = text.charCodeAt(position)
      if (this.#mayCloseQuote) {
        this.#mayCloseQuote = false
        if (code === quote) {
          this.#hasContent = true
          continue
        }
        this.#isInQuotes = false
        this.#isAfterQuote = true
      }
      if (this.#isAfterQuote) {
        if (code !== this.#delimiter && code !== newline && code !== space) throw this.#brokenQuote()
        if (code !== space) this.#isAfterQuote = false
      }
      if (this.#isInQuotes) {
        if (code === quote) this.#mayCloseQuote = true
        else this.#hasContent = true
      } else if (code === newline) {
        this.#endRecord()
        end = position + 1
      } else this.#readCell(code)
    }
    return end
  }

  /** The text has ended; throws where a quote is still open. */
  finish(): void {
    if (this.isInQuotes) {
      throw new Refusal(
        'open_quote',
        `the quote that opens in record ${this.openedInRecord} never ends, so what follows cannot be told apart: mend that record in the tool, or export again`,
        this.openedInRecord,
      )
    }
    this.#endRecord()
  }

  /** A lost quote makes the next cell's opening quote the closing one, in the middle of text. */
  #brokenQuote(): Refusal {
    return new Refusal(
      'open_quote',
      `the quote that opens in record ${this.openedInRecord} ends in the middle of a cell, so its records cannot be told apart: mend the quotes of that record, or export again`,
      this.openedInRecord,
    )
  }

  #readCell(code: number): void {
    if (code === quote && this.#isCellStart) {
      this.#isInQuotes = true
      this.openedInRecord = this.records
    } else this.#hasContent = true
    this.#isCellStart = code === this.#delimiter
  }

  #endRecord(): void {
    if (this.#hasContent) this.records++
    this.#hasContent = false
    this.#isCellStart = true
    this.#isInQuotes = false
    this.#mayCloseQuote = false
    this.#isAfterQuote = false
  }
}
