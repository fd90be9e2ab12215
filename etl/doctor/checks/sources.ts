import type { Source } from '../../config/settings.ts'
import { count } from '../../inspect/text.ts'
import { type Finding, note, stopping, toDo, well } from '../finding.ts'
import type { Patient } from '../patient.ts'
import { day, lasting } from '../words.ts'

interface Read {
  readonly files: number
  /** Milliseconds since its newest export. */
  readonly age: number
}

function readOf({ name }: Source, { landed, now }: Patient): Read | null {
  const own = landed.receipts.filter(({ source }) => source === name)
  if (own.length === 0) return null
  return { files: own.length, age: now - Math.max(...own.map(({ known_at }) => Date.parse(known_at))) }
}

function neverRead({ name, files, isRequired }: Source, { inbox, landed }: Patient): Finding {
  if (landed.expired.has(name))
    return note(`"${name}": all that was read of it is past retention and was removed`)
  const found = `"${name}": nothing of it is landed`
  if (inbox.some(({ source }) => source === name)) return note(`${found}; a file of it waits in inbox/`)
  const put = `Put its export into inbox/ as ${files}`
  return isRequired
    ? stopping(`${found}, and it is required`, put)
    : note(found, `${put}, or take the source out of config.yaml`)
}

function tell(source: Source, patient: Patient): Finding {
  const { name, files, maxAgeDays } = source
  const read = readOf(source, patient)
  if (read === null) return neverRead(source, patient)
  const found = `"${name}": newest export ${lasting(read.age)} old`
  if (maxAgeDays !== null && read.age > maxAgeDays * day)
    return toDo(
      `${found}, ${count(maxAgeDays, 'day')} allowed: pages call it stale`,
      `See why the tool no longer exports, and put an export into inbox/ as ${files}`,
    )
  if (!patient.inbox.some((file) => file.source === name))
    return toDo(
      `${found}, and inbox/ holds no file of it: pages call it stale`,
      `Put an export into inbox/ as ${files}`,
    )
  const allowed =
    maxAgeDays === null ? 'no limit is set (max_age_days)' : `${count(maxAgeDays, 'day')} allowed`
  return well(`${found}, ${allowed}; ${count(read.files, 'file')} read in all`)
}

/** How old each source's newest export is, against what the installation allows. */
export const lookAtSources = async (patient: Patient): Promise<Finding[]> =>
  (patient.settings?.sources ?? []).map((source) => tell(source, patient))
