/** The parts of `{a,b}` between its braces, nested ones whole; null where the text does not begin with such a list. */
function listAt(text: string): { parts: string[]; rest: string } | null {
  const parts = ['']
  let depth = 0
  for (const [place, letter] of [...text].entries()) {
    if (letter === '{') depth++
    if (letter === '}') depth--
    if (depth === 0) return { parts, rest: [...text].slice(place + 1).join('') }
    if (place === 0) continue
    if (letter === ',' && depth === 1) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return null
}

const most = 1_000

/** The numbers or letters of `1..3`, of the same width where one has noughts before it; null for other texts. */
function rangeOf(text: string): string[] | null {
  const [, first = '', last = ''] = /^(-?\d+|[A-Za-z])\.\.(-?\d+|[A-Za-z])$/.exec(text) ?? []
  const isLetter = /^[A-Za-z]$/.test(first)
  if (first === '' || isLetter !== /^[A-Za-z]$/.test(last)) return null
  const [from, to] = isLetter ? [first.charCodeAt(0), last.charCodeAt(0)] : [Number(first), Number(last)]
  if (Math.abs(to - from) >= most) return null
  const width = [first, last].some((end) => /^-?0\d/.test(end)) ? Math.max(first.length, last.length) : 0
  const step = from <= to ? 1 : -1
  return Array.from({ length: Math.abs(to - from) + 1 }, (_, index) => {
    const at = from + index * step
    if (isLetter) return String.fromCharCode(at)
    return `${at < 0 ? '-' : ''}${String(Math.abs(at)).padStart(width - (at < 0 ? 1 : 0), '0')}`
  })
}

/** A glob without braces for each that one with braces stands for: `{a,b}.csv` → `a.csv`, `b.csv`. */
export function withoutBraces(glob: string): string[] {
  const open = glob.indexOf('{')
  if (open < 0) return [glob]
  const before = glob.slice(0, open)
  const list = listAt(glob.slice(open))
  if (list === null) return withoutBraces(glob.slice(open + 1)).map((rest) => `${before}{${rest}`)
  const { parts, rest } = list
  const inside = parts.length > 1 ? parts.flatMap(withoutBraces) : rangeOf(parts[0] ?? '')
  const after = withoutBraces(rest)
  if (inside !== null) return inside.flatMap((part) => after.map((end) => before + part + end))
  return withoutBraces(parts[0] ?? '').flatMap((part) => after.map((end) => `${before}{${part}}${end}`))
}
