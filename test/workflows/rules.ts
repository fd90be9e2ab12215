import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { validate } from '@actions/languageservice'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type Job, stepsOf, type Workflow } from './workflow.ts'

type Rule = (workflow: Workflow) => readonly string[] | Promise<readonly string[]>

const isOwnRunner = (job: Job | undefined): boolean => [job?.['runs-on']].flat().includes('self-hosted')
const jobsWithout = ({ jobs }: Workflow, has: (job: Job) => boolean): readonly string[] =>
  Object.entries(jobs)
    .filter(([, job]) => !has(job))
    .map(([name]) => name)

async function linted({ name, text }: Workflow): Promise<readonly string[]> {
  const found = await validate(TextDocument.create(`file:///${name}`, 'yaml', 1, text))
  return found.map(({ message, range }) => `line ${range.start.line + 1}: ${message}`)
}

/** The step's text, as bash reads it. */
function unparsable(script: string): string | null {
  const { status, stderr } = spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' })
  return status === 0 ? null : stderr.trim()
}

const runs = (workflow: Workflow): readonly string[] =>
  stepsOf(workflow).flatMap(({ step }) => step.run ?? [])

const ownScripts = /(?<![\w/])\.(?:github|ci)\/[\w./-]+/g

/** What every workflow keeps to. Each rule names what breaks it. */
export const rules: Readonly<Record<string, Rule>> = {
  'the linter finds nothing': linted,
  'every action is pinned by its whole hash and says its version': ({ text }) =>
    text
      .split('\n')
      .filter((line) => /^\s*(- )?uses:/.test(line))
      .filter((line) => !/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)),
  'nothing is allowed that a job does not ask for': (workflow) => [
    ...(JSON.stringify(workflow.permissions) === '{}' ? [] : ['the workflow']),
    ...jobsWithout(workflow, ({ permissions }) => typeof permissions === 'object'),
  ],
  'every job ends by itself': (workflow) =>
    jobsWithout(workflow, (job) => (job['timeout-minutes'] ?? Infinity) <= 180),
  'no two runs of a kind overlap': ({ concurrency }) => (concurrency ? [] : ['the workflow']),
  'nothing of a stranger runs with the rights of the house': ({ on }) =>
    Object.keys(on).filter((event) =>
      ['pull_request_target', 'workflow_run', 'issue_comment'].includes(event),
    ),
  'a checkout leaves no token behind': (workflow) =>
    stepsOf(workflow)
      .filter(({ step }) => step.uses?.startsWith('actions/checkout@'))
      .filter(({ step }) => step.with?.['persist-credentials'] !== false)
      .map(({ job }) => job),
  'no expression stands in a script': (workflow) => runs(workflow).filter((run) => run.includes('${{')),
  'a secret is given to single steps': ({ text, ...workflow }) => {
    const steps = stepsOf({ text, ...workflow }).flatMap(({ step }) => Object.values(step.env ?? {}))
    const given = steps.join('\n').match(/secrets\./g) ?? []
    return (text.match(/secrets\./g) ?? []).length === given.length ? [] : ['the workflow']
  },
  'scripts are such that bash can read them': (workflow) =>
    runs(workflow).flatMap((run) => unparsable(run) ?? []),
  'scripts that are named are there': (workflow) =>
    runs(workflow)
      .flatMap((run) => run.match(ownScripts) ?? [])
      .filter((path) => !existsSync(path)),
  'what runs on an own machine keeps its data there': (workflow) =>
    stepsOf(workflow)
      .filter(({ job }) => isOwnRunner(workflow.jobs[job]))
      .flatMap(({ step }) => step.uses ?? [])
      .filter((action) => /cache|artifact|pages/.test(action)),
  'what runs on an own machine runs in an environment': (workflow) =>
    jobsWithout(workflow, (job) => !isOwnRunner(job) || job.environment !== undefined),
}

/** The names of the rules that a workflow breaks, each with what breaks it. */
export async function broken(workflow: Workflow): Promise<Readonly<Record<string, readonly string[]>>> {
  const found = Object.entries(rules).map(async ([name, rule]) => [name, await rule(workflow)] as const)
  return Object.fromEntries((await Promise.all(found)).filter(([, faults]) => faults.length > 0))
}
