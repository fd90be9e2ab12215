const wordFormats = new Set(['iso', 'epoch', 'excel'])
const directives = new Set('aAwdbBmyYHIpMSgfnzZjUWcxXGVu%')
/** Those that may be written without a leading zero: %-d. */
const unpadded = new Set('dmyHIMSj')
const slashes = ['/', '-', '.']
const times = [' %H:%M:%S', ' %H:%M', '']

const dayFirstFormats = times.flatMap((time) => slashes.map((slash) => `%d${slash}%m${slash}%Y${time}`))

/** What is wrong with a date format, or null. */
export function dateFormatProblem(format: string): string | null {
  if (wordFormats.has(format)) return null
  const used = [...format.matchAll(/%(-?)(.?)/g)].map(([, dash = '', letter = '']) => ({ dash, letter }))
  const unknown = used.find(
    ({ dash, letter }) => !directives.has(letter) || (dash !== '' && !unpadded.has(letter)),
  )
  const hint = 'Write it as "%d/%m/%Y %H:%M", or iso, epoch or excel'
  if (unknown !== undefined) return `"${format}": %${unknown.dash}${unknown.letter} is not known. ${hint}`
  return used.length === 0 ? `"${format}" is no date format. ${hint}` : null
}

const swapped = (format: string): string =>
  format.replace(/%(-?)([dm])(.)%(-?)([dm])/, (whole, a: string, first: string, mark: string, b: string) =>
    first === 'd' ? `%${b}m${mark}%${a}d` : first === 'm' ? `%${b}d${mark}%${a}m` : whole,
  )

/**
 * The default date formats of an export format, with day and month in the order that a source states.
 * A format that has no such dates gets the usual ones before its own.
 */
export function orderedDates(formats: readonly string[], dayFirst: boolean | undefined): readonly string[] {
  if (dayFirst === undefined) return formats
  const leading = dayFirst ? /^%-?d.%-?m/ : /^%-?m.%-?d/
  const either = /^%-?[dm].%-?[dm]/
  if (formats.some((format) => either.test(format))) {
    return formats.map((format) => (either.test(format) && !leading.test(format) ? swapped(format) : format))
  }
  return [...(dayFirst ? dayFirstFormats : dayFirstFormats.map(swapped)), ...formats]
}
