import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { contactLogCsv } from './contact-log.ts'
import { escalationLogCsv } from './escalation-log.ts'
import { inventEscalations } from './escalations.ts'
import { incidentLogCsv } from './incident-log.ts'
import { storyOf } from './story.ts'
import { inventTickets } from './tickets.ts'
import { contactFile, escalationFile, incidentFile, type Truth, truthOf } from './truth.ts'

export const DEFAULT_SEED = 20_261_120
const CHUNK_CHARACTERS = 1_000_000

/** A whole sample in memory: the text of each export by its path in the inbox, and the truth. */
export interface Sample {
  files: readonly { name: string; text: Iterable<string> }[]
  truth: Truth
}

/** Invents a sample. The same seed gives the same bytes on any machine, in any zone, at any time. */
export function inventSample(seed: number = DEFAULT_SEED): Sample {
  const tickets = inventTickets(seed)
  const stories = inventEscalations(seed, tickets).map((one) => storyOf(seed, one))
  const escalations = stories.map(({ escalation }) => escalation)
  const contacts = stories.flatMap((story) => story.contacts).sort((a, b) => a.at - b.at)
  return {
    files: [
      { name: incidentFile, text: incidentLogCsv(tickets) },
      { name: contactFile, text: contactLogCsv(contacts) },
      { name: escalationFile, text: escalationLogCsv(escalations) },
    ],
    truth: truthOf(seed, tickets, stories),
  }
}

/**
 * Writes DIR/inbox/… and DIR/truth.json.
 * @returns the truth that was written
 */
export async function generateSample(dir: string, seed: number = DEFAULT_SEED): Promise<Truth> {
  const { files, truth } = inventSample(seed)
  for (const { name, text } of files) await writeText(join(dir, 'inbox', name), text)
  await writeText(join(dir, 'truth.json'), [JSON.stringify(truth), '\n'])
  return truth
}

async function writeText(path: string, text: Iterable<string>): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, inChunks(text))
}

function* inChunks(text: Iterable<string>): Generator<string> {
  let chunk = ''
  for (const piece of text) {
    chunk += piece
    if (chunk.length < CHUNK_CHARACTERS) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}
