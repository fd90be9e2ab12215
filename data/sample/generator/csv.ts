/** One CSV record, quoted only where it must be. */
export const csvLine = (cells: readonly string[], lineEnd: string): string =>
  cells.map(quoted).join(',') + lineEnd

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
