import { Refusal } from '../refusal.ts'

const mostDepth = 200
/** Where a REST answer keeps its records. */
export const listNames = ['result', 'records'] as const

export interface JsonRecords {
  /** Objects that begin, and that end, in a list of records: the outermost one, or one named as such in the outermost object. */
  readonly begun: number
  readonly ended: number
  readonly isWhole: boolean
}

/**
 * Counts the records of a JSON text by its brackets and strings alone, and so independently of the parser. Throws
 * `Refusal` where it is nested beyond reason.
 */
export function countJsonRecords(text: string): JsonRecords {
  let [begun, ended, depth, listDepth] = [0, 0, 0, -1]
  let hasContent = false
  let name = ''
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '"') {
      const end = endOfString(text, at)
      if (end < 0) return { begun, ended, isWhole: false }
      if (depth === 1) name = text.slice(at + 1, end)
      at = end
    } else if (character === '{' || character === '[') {
      hasContent = true
      if (depth === listDepth && character === '{') begun++
      depth++
      if (character === '[' && beginsList(depth, name)) listDepth = depth
      if (depth > mostDepth)
        throw new Refusal(
          'unreadable',
          `it is nested more than ${mostDepth} deep: no export of records is`,
          begun,
        )
    } else if (character === '}' || character === ']') {
      if (depth === listDepth) listDepth = -1
      depth--
      if (depth === listDepth && character === '}') ended++
    }
  }
  return { begun, ended, isWhole: hasContent && depth <= 0 }
}

const beginsList = (depth: number, name: string): boolean =>
  depth === 1 || (depth === 2 && (listNames as readonly string[]).includes(name))

/** Position of the quote that ends the string that opens at `start`, or -1. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end > 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0
  while (text[at - 1 - backslashes] === '\\') backslashes++
  return backslashes % 2 === 1
}
