/** What the project's own tests look at, page by page, and what nobody has looked at yet. */

/** When these lists were last held against the tests: the day that the statement was prepared. */
export const preparedOn = '2026-11-28'

/** Each is a test that is run on every kind of page, filled with sample data and sample words, before the software may change. */
export const tested: readonly { what: string; how: string }[] = [
  {
    what: 'Rules of WCAG 2.2, level A and AA, that a machine can check',
    how: 'with axe-core, in light and in dark colours',
  },
  { what: 'Zoom', how: 'at 320 pixels wide, which is 400 % on a usual screen, no page scrolls sideways' },
  { what: 'Headings and names', how: 'one main heading a page, and no two buttons with one name' },
  {
    what: 'Without scripts',
    how: 'each page is opened with scripts turned off, and its figures still stand',
  },
  { what: 'Colour', how: 'the one colour of this site is dark or light enough to be read on its background' },
  {
    what: 'Plain words',
    how: 'the sample words of the guidance pages are measured, and kept to what a 14-year-old can read',
  },
]

export const notTested: readonly string[] = [
  'No one who uses a screen reader, a magnifier, voice or a switch has tried this site for us yet.',
  'No expert has looked at it by hand. A machine finds some faults, and not all.',
  'It was opened in one family of browsers only (Chromium).',
]
