/** Cells that are dates, nearly dates, or none. */
import fc from 'fast-check'

export const dateFormats = [
  '%d/%m/%Y %H:%M',
  '%d/%m/%Y %H:%M:%S',
  '%m/%d/%Y %I:%M %p',
  '%-d.%-m.%Y',
  '%d/%m/%y',
  '%d/%b/%y %I:%M %p',
  '%A %d %B %Y %H:%M',
  '%a, %d %b %Y %H:%M:%S',
  '%Y-%m-%d %H:%M:%S.%f',
  '%Y-%m-%dT%H:%M:%S.%g',
  '%Y%m%d%H%M%S',
  '%Y-%j',
  '%c',
  '%x %X',
  '%-d/%-m/%Y %-H:%M',
  '%H:%M %d-%m-%Y',
  'on %d %m %Y',
  'iso',
  'epoch',
  'excel',
]

const pad = (value: number, width = 2): string => String(value).padStart(width, '0')
const names = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** A time as a format writes it. */
const written = (format: string, at: Date, fraction: string): string => {
  const [y, m, d] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()]
  const [h, min, s] = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()]
  const whole = {
    iso: `${y}-${pad(m + 1)}-${pad(d)}T${pad(h)}:${pad(min)}:${pad(s)}.${fraction}`,
    epoch: `${Math.floor(at.getTime() / 1000)}.${fraction}`,
    excel: String(at.getTime() / 86_400_000 + 25_569),
  }[format]
  if (whole !== undefined) return whole
  const parts: Record<string, string> = {
    d: pad(d),
    m: pad(m + 1),
    Y: pad(y, 4),
    y: pad(y % 100),
    H: pad(h),
    I: pad(h % 12 || 12),
    p: h < 12 ? 'am' : 'PM',
    M: pad(min),
    S: pad(s),
    f: fraction.slice(0, 6),
    g: fraction.slice(0, 3),
    b: names[m]?.slice(0, 3) ?? '',
    B: names[m] ?? '',
    a: days[at.getUTCDay()]?.slice(0, 3) ?? '',
    A: days[at.getUTCDay()] ?? '',
    j: pad(Math.floor((at.getTime() - Date.UTC(y, 0, 1)) / 86_400_000) + 1, 3),
  }
  return format
    .replace('%c', '%Y-%m-%d %H:%M:%S')
    .replace('%x', '%Y-%m-%d')
    .replace('%X', '%H:%M:%S')
    .replace(/%(-?)(.)/g, (_, bare: string, letter: string) =>
      bare ? String(Number(parts[letter])) : (parts[letter] ?? ''),
    )
}

const instants = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.date({ min: new Date('1968-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
  },
  // around changes of clocks
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          '2025-03-30T01:00Z',
          '2025-10-26T01:00Z',
          '2026-03-08T02:00Z',
          '2026-11-01T02:00Z',
          '2025-04-06T02:00Z',
          '2025-10-05T02:00Z',
          '2011-12-30T10:00Z',
        ),
        fc.integer({ min: -180, max: 180 }),
      )
      .map(([at, minutes]) => new Date(Date.parse(at) + minutes * 60_000)),
  },
  {
    weight: 1,
    arbitrary: fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    }),
  },
)

const fraction = fc.stringMatching(/^\d{1,9}$/)
const sound = fc
  .tuple(fc.constantFrom(...dateFormats), instants, fraction)
  .map(([format, at, digits]) => written(format, at, digits))
const offsets = [
  'Z',
  '+01:00',
  ' +0100',
  '-03:30',
  '+05',
  ' Z',
  '+14:00',
  '+01:99',
  '-01:30:15',
  '+1',
  ' UTC',
  '+100',
]
const isoLike = fc
  .tuple(
    fc.constantFrom(
      '2026-03-02',
      '2026-3-2',
      '2026/03/02',
      '2026 3 2',
      '2026-02-30',
      '2026\\3\\2',
      '02026-03-02',
      '-2026-03-02',
      '2026-03-02 (BC)',
      '99999-01-01',
      '0000-01-01',
    ),
    fc.constantFrom(
      '',
      ' 09:05',
      'T09:05',
      'T9:5',
      ' 09:05:07',
      '  09:05:07.',
      ' 24:00',
      ' 24:00:00',
      ' 24:01',
      'T09',
      ' 009:05:07.1234567',
      't09:05',
      '09:05',
      ' 09:60',
      ' 09:05:61',
      '\t09:05:00',
      ' 25:00',
      'T 09:05',
    ),
    fc.constantFrom('', ...offsets),
  )
  .map((parts) => parts.join(''))
/** Letters taken out, put in or changed. */
const broken = fc
  .tuple(
    fc.oneof(sound, isoLike),
    fc.nat(),
    fc.constantFrom('', ' ', '0', '9', '/', ':', '-', 'x', '٣', '\t'),
    fc.nat(2),
  )
  .map(([cell, place, letter, cut]) => {
    const at = place % (cell.length + 1)
    return (cell.slice(0, at) + letter + cell.slice(at + cut)).trim()
  })
const odd = fc.constantFrom(
  '',
  'epoch',
  'infinity',
  '-Infinity',
  'nan',
  'inf',
  '1e5',
  '46098.5',
  '20260302091500',
  '9999999',
  '10000000',
  '.5',
  '5.',
  '99999999999',
  '999999999999',
  '12345678',
  '1_000',
  'now',
  'x',
  '9999-12-31',
  '9999-12-31 24:00',
  '1970-01-01',
  '1969-12-31T23:59:59Z',
  '10000-01-01T00:00:00Z',
)
/** What may stand in a column of dates: times as one of the formats writes them, such times with a letter wrong, and anything. */
export const dateCell = fc.oneof(
  { weight: 4, arbitrary: sound },
  { weight: 3, arbitrary: broken },
  { weight: 2, arbitrary: isoLike },
  { weight: 1, arbitrary: odd },
)
