import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { newsOf } from './news.ts'
import { sayError } from './say.ts'

const run = promisify(execFile)

/** A matter that has at most one open issue. */
interface Matter {
  readonly label: string
  readonly title: string
}

const failed: Matter = { label: 'night-failed', title: 'The night failed' }
const trend: Matter = { label: 'trend-called', title: 'A trend was called' }

const gh = async (...words: string[]): Promise<string> => (await run('gh', words)).stdout.trim()

/** The number of the matter's open issue; null where there is none. */
async function openIssue({ label }: Matter): Promise<string | null> {
  const found = await gh(
    'issue',
    'list',
    '--label',
    label,
    '--state',
    'open',
    '--limit',
    '1',
    '--json',
    'number',
  )
  const [issue] = JSON.parse(found) as { number: number }[]
  return issue ? String(issue.number) : null
}

/** Opens the matter's issue, or comments on the one that is open. */
async function raise(matter: Matter, text: string): Promise<void> {
  const issue = await openIssue(matter)
  if (issue !== null) {
    await gh('issue', 'comment', issue, '--body', text)
    return
  }
  const { label, title } = matter
  await gh('label', 'create', label, '--force', '--description', 'Set by the nightly workflow')
  await gh('issue', 'create', '--title', title, '--label', label, '--body', text)
}

/** Closes the matter's issue. Resolves to whether one was open. */
async function settle(matter: Matter, text: string): Promise<boolean> {
  const issue = await openIssue(matter)
  if (issue === null) return false
  await gh('issue', 'close', issue, '--comment', text)
  return true
}

async function post(address: string | undefined, text: string): Promise<void> {
  if (!address) return
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
    signal: AbortSignal.timeout(30_000),
  })
  if (!answer.ok) throw new Error(`the webhook answered ${answer.status}`)
}

const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, JOBS = '{}', WEBHOOK } = process.env
const page = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`
const { failure, called, is_well } = newsOf(JSON.parse(JOBS), page)

/** The webhook is told even where no issue can be written. */
const tell = (matter: Matter, text: string) => [() => post(WEBHOOK, text), () => raise(matter, text)]

const recover = async (): Promise<void> => {
  const text = `The night is good again.\n\nThe run: ${page}`
  if (await settle(failed, text)) await post(WEBHOOK, text)
}

const steps = [
  ...(failure === null ? [] : tell(failed, failure)),
  ...(called === null ? [] : tell(trend, called)),
  ...(is_well ? [recover] : []),
]
for (const step of steps) {
  await step().catch((error: Error & { stderr?: string }) => {
    sayError(`not reported: ${error.stderr?.trim() || error.message}`)
    process.exitCode = 1
  })
}
