/** The result of one file as a section of the page. */
import type { FormatsFile } from '../../data/contract.ts'
import { make } from '../filter/elements.ts'
import { number } from '../words/number.ts'
import { columnParts } from './columns.ts'
import { type Cell, listOf } from './pieces.ts'
import { asideParts, firstParts } from './records.ts'
import type { Setting } from './setting.ts'
import { asideOf, type Checked, type Verdict } from './verdict.ts'
import { claimWords, exportedWords, seconds, size, verdictWords, writtenAs } from './words.ts'

const titleOf = ({ formats }: FormatsFile, name: string): string =>
  formats.find((format) => format.name === name)?.title ?? name

const looksLikeWords = ({ looksLike }: Checked, formats: FormatsFile): string =>
  looksLike.length === 0
    ? 'no export that is known by its headers'
    : looksLike.map((name) => titleOf(formats, name)).join('; ')

const accountWords = (verdict: Verdict): string => {
  const aside = asideOf(verdict)
  return `${number(verdict.records)} = ${number(verdict.records - aside)} read + ${number(aside)} set aside`
}

const factsOf = (checked: Checked, { formats, zone }: Setting): HTMLElement => {
  const { verdict, source } = checked
  const files = formats.sources.find(({ name }) => name === source)?.files ?? ''
  const isRead = verdict !== null && verdict.refused === null
  const rows: (readonly [string, Cell] | null)[] = [
    source === null ? null : ['Taken for', claimWords(checked, files)],
    ['Looks like', looksLikeWords(checked, formats)],
    verdict && ['Written as', writtenAs(verdict)],
    isRead ? ['Records', accountWords(verdict)] : null,
    verdict?.exported ? ['Exported', exportedWords(verdict.exported, zone)] : null,
    ['Checked', `${size(checked.bytes)} in ${seconds(checked.seconds)}`],
  ]
  return listOf(rows.filter((row) => row !== null))
}

/** What else should be known of it before it is trusted. */
const notesOf = ({ looksLike, verdict, notRead }: Checked, { formats }: FormatsFile): Node[] => {
  const known = formats.filter(({ name }) => looksLike.includes(name))
  const unread = verdict?.unreadFormats ?? []
  const said = [
    ...known.flatMap(({ refusal }) => refusal ?? []),
    ...(unread.length > 0
      ? [
          `Dates written as ${unread.join(', ')} are read by the night and not by this page: here they pass unread.`,
        ]
      : []),
  ]
  const inspect = notRead !== null && notRead !== 'passed_over'
  return [...said.map((words) => make('p', '', words)), ...(inspect ? [inspectAdvice()] : [])]
}

const inspectAdvice = (): HTMLElement => {
  const advice = make('p', '', 'Whoever runs the nightly job can have it looked at: ')
  advice.append(make('code', '', 'npm run inspect -- FILE'))
  advice.append(' says how it would be read and writes nothing.')
  return advice
}

const knowOf = ({ looksLike }: Checked, { formats }: FormatsFile, file: string): Node[] => {
  const notes = formats.filter(({ name }) => looksLike.includes(name)).flatMap((format) => format.notes)
  if (notes.length === 0) return []
  const details = make('details', '')
  const summary = make('summary', '', 'Worth knowing of such files')
  summary.append(make('span', 'hidden', ` of ${file}`))
  const list = make('ul', '')
  list.append(...notes.map((words) => make('li', '', words)))
  details.append(summary, list)
  return [details]
}

const refusalOf = ({ verdict }: Checked): Node[] => {
  if (!verdict?.refused) return []
  const { message } = verdict.refused
  return [make('p', 'check-refused', `${message.charAt(0).toUpperCase()}${message.slice(1)}.`)]
}

const readAsOf = (checked: Checked, { formats }: Setting, at: number): Node[] => {
  const sources = formats.sources.filter(({ container }) => container === 'table')
  if (sources.length < 2 || (checked.verdict === null && checked.notRead !== 'no_source')) return []
  const form = make('form', 'check-as')
  form.dataset.readAs = String(at)
  const label = make('label', '', `Read ${checked.name} as`)
  const select = make('select', '')
  select.name = 'source'
  select.append(
    ...sources.map(({ name }) => new Option(name, name, name === checked.source, name === checked.source)),
  )
  label.append(select)
  const button = make('button', '', 'Check it so')
  button.append(make('span', 'hidden', ` for ${checked.name}`))
  form.append(label, button)
  return [form]
}

/** `at` is its place among the files that were chosen. */
export const resultOf = (checked: Checked, setting: Setting, at: number): HTMLElement => {
  const { name, verdict, source } = checked
  const section = make('section', 'check-result')
  const heading = make('h2', 'check-name', name)
  heading.id = `checked-${at}`
  heading.tabIndex = -1
  section.setAttribute('aria-labelledby', heading.id)
  const zones = {
    institution: setting.zone,
    source: setting.formats.sources.find((each) => each.name === source)?.timezone ?? setting.zone,
  }
  section.append(
    heading,
    make('p', 'lead', verdictWords(checked)),
    ...refusalOf(checked),
    ...notesOf(checked, setting.formats),
    factsOf(checked, setting),
    ...readAsOf(checked, setting, at),
    ...(verdict ? asideParts(name, verdict) : []),
    ...(verdict ? firstParts(name, verdict, zones) : []),
    ...(verdict ? columnParts(name, verdict) : []),
    ...knowOf(checked, setting.formats, name),
  )
  return section
}
