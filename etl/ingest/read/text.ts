import { type Encoding, type TextFile, textOf } from '../../../data/shared/text.ts'
import { readBytes } from './bytes.ts'

/**
 * Reads a file as text, strictly: a byte that does not belong to the encoding refuses the file. One named .gz is
 * unpacked on the way, to `mostBytes` at most (4 GiB where none is given).
 */
export const readText = (path: string, declared: Encoding | null, mostBytes?: number): TextFile =>
  textOf(() => readBytes(path, mostBytes), declared)
