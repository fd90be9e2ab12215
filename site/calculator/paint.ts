/** A result as elements of the page. */
import type { CountedLine } from './counted-words.ts'
import type { Part, Result } from './result.ts'

/** Lines of counted hours that stand open; more of them are folded. */
const mostLines = 8

type Content = string | Node | null

const make = (name: string, className: string, ...content: Content[]): HTMLElement => {
  const element = document.createElement(name)
  if (className !== '') element.className = className
  element.append(...content.filter((one) => one !== null))
  return element
}

const lineOf = ({ when, what, is_counted }: CountedLine): HTMLElement =>
  make(
    'li',
    is_counted ? '' : 'uncounted',
    make('span', 'counted-when', when),
    make('span', 'hidden', ': '),
    make('span', 'counted-what', what),
  )

const totalOf = (total: string): HTMLElement =>
  make(
    'li',
    'counted-total',
    make('span', '', 'Counted in all'),
    make('span', 'hidden', ': '),
    make('span', 'counted-what', total),
  )

/** The list of hours; folded under a name of its own where it is long, or one of many. */
const countedOf = ({ lines, total }: Part, name: string, isOneOfMany: boolean): Content[] => {
  if (lines.length === 0) return []
  const list = make('ul', 'counted', ...lines.map(lineOf), total === null ? null : totalOf(total))
  if (!isOneOfMany && lines.length <= mostLines)
    return [make('p', 'counted-name', 'The hours that count'), list]
  return [make('details', 'counted-fold', make('summary', '', `The hours that count: ${name}`), list)]
}

const partOf = (part: Part, heading: string, of: string, isOneOfMany: boolean): HTMLElement =>
  make(
    'div',
    'judged',
    make(heading, '', part.title),
    part.due === null ? null : make('p', 'judged-due', part.due),
    make('p', 'judged-verdict', part.verdict),
    part.target === null ? null : make('p', 'small', `Target: ${part.target}.`),
    ...part.notes.map((note) => make('p', 'small', note)),
    ...countedOf(part, `${part.title.toLowerCase()}${of}`, isOneOfMany),
  )

const groupOf = ({ level, name, parts }: Result['groups'][number], isOneOfMany: boolean): HTMLElement => {
  const of = isOneOfMany ? `, ${level}` : ''
  const heading = isOneOfMany ? 'h4' : 'h3'
  return make(
    'div',
    'judged-level',
    isOneOfMany ? make('h3', '', name) : null,
    make('div', 'judged-pair', ...parts.map((part) => partOf(part, heading, of, isOneOfMany))),
  )
}

/** What is read aloud. `call`: whom to speak to at once, where something cannot wait. */
export const announcementOf = (
  { is_urgent, subject, summary }: Result,
  call: HTMLTemplateElement | null,
): DocumentFragment => {
  const announcement = document.createDocumentFragment()
  if (is_urgent && call !== null) announcement.append(call.content.cloneNode(true))
  announcement.append(
    make('p', 'judged-subject', subject),
    make('p', 'statement', summary.headline),
    make('p', 'judged-further', summary.further),
  )
  return announcement
}

/** Said in place of a result that no longer fits what stands in the form. */
export const withdrawal = (): HTMLElement =>
  make('p', 'judged-subject', 'An answer was changed. Work out the targets again.')

/** Everything else that is told: each target, then what is to be known of clocks. */
export const elementsOf = ({ notes, groups }: Result): HTMLElement[] => [
  ...groups.map((group) => groupOf(group, groups.length > 1)),
  ...notes.map((note) => make('p', 'small', note)),
]
