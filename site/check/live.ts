/** The page that checks files: files come in by a field or are dropped, results go below it. Nothing is sent or kept. */
import { apart, withNamesApart } from '../words/apart.ts'
import { count, number } from '../words/number.ts'
import { checkPage } from './page.ts'
import { resultOf } from './show.ts'
import { readerBy } from './talk.ts'
import type { Checked } from './verdict.ts'
import { announced, size } from './words.ts'

const page = checkPage(document)
const reader = readerBy(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }))
let chosen: readonly File[] = []
let done: Checked[] = []
/** Which choice of files is at work: what an earlier one still says is not heard. */
let turn = 0

const nameOf = ({ name }: File): string => apart(name)

const read = async (file: File, source: string | null): Promise<Checked> =>
  withNamesApart(
    await reader.read({ file, formats: page.setting.formats, chosen: source }, ({ bytes, records }) =>
      page.progress(
        bytes / Math.max(1, file.size),
        `${nameOf(file)}: ${size(bytes)} of ${size(file.size)}, ${count(records, 'record')}`,
      ),
    ),
  )

const fail = (error: unknown): void => {
  reader.stop()
  page.end(`This page could not read it: ${error instanceof Error ? error.message : String(error)}.`)
}

const checkAll = async (files: readonly File[]): Promise<void> => {
  const mine = ++turn
  reader.stop()
  chosen = files
  done = []
  page.begin(`Reading ${files.length === 1 && files[0] ? nameOf(files[0]) : count(files.length, 'file')}.`)
  page.clear()
  for (const [at, file] of files.entries()) {
    page.progress(0, nameOf(file))
    const checked = await read(file, null)
    if (mine !== turn) return
    done.push(checked)
    page.add(resultOf(checked, page.setting, at))
  }
  page.end(announced(done))
  page.focusOn(0)
}

const checkAgain = async (at: number, source: string): Promise<void> => {
  const file = chosen[at]
  if (file === undefined) return
  const mine = ++turn
  reader.stop()
  page.begin(`Reading ${nameOf(file)} as ${source}.`)
  const checked = await read(file, source)
  if (mine !== turn) return
  done[at] = checked
  page.replace(at, resultOf(checked, page.setting, at))
  page.end(announced([checked]))
  page.focusOn(at)
}

const stop = (): void => {
  turn++
  reader.stop()
  page.end(
    chosen.length > 1
      ? `Stopped: ${number(done.length)} of ${count(chosen.length, 'file')} checked.`
      : 'Stopped. Nothing was checked.',
  )
}

page.onFiles((files) => void checkAll(files).catch(fail))
page.onSource((at, source) => void checkAgain(at, source).catch(fail))
page.onStop(stop)
