/**
 * A file as rows of cells, whatever it is made of. Reading it may throw `Refusal` at any row: nothing of it is kept then.
 */
export interface RowFile {
  /** Batches of rows, the header first. The rows that follow it are its records, each in its place. */
  readonly batches: AsyncIterable<readonly (readonly string[])[]>
  /** Known once all rows are read: the encoding as run.json says it. */
  readonly encoding: () => string
}
