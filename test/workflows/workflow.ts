import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

export interface Step {
  readonly name?: string
  readonly if?: string
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
}

export interface Job {
  readonly 'runs-on': string | readonly string[]
  readonly permissions?: Readonly<Record<string, string>> | string
  readonly 'timeout-minutes'?: number
  readonly environment?: string
  readonly env?: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
}

/** A workflow as text and as what it says. */
export interface Workflow {
  readonly name: string
  readonly text: string
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions?: Readonly<Record<string, string>> | string
  readonly concurrency?: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

const folder = '.github/workflows'

/** A workflow from its text. */
export const workflowOf = (name: string, text: string): Workflow => ({ ...parse(text), name, text })

/** The workflows of the project. */
export const workflows: readonly Workflow[] = readdirSync(folder)
  .sort()
  .map((name) => workflowOf(name, readFileSync(join(folder, name), 'utf8')))

/** One of them by the name of its file. */
export function workflowNamed(name: string): Workflow {
  const found = workflows.find((workflow) => workflow.name === name)
  if (!found) throw new Error(`there is no ${name}`)
  return found
}

/** Every step with the job that it stands in. */
export const stepsOf = ({ jobs }: Workflow): readonly { job: string; step: Step }[] =>
  Object.entries(jobs).flatMap(([job, { steps }]) => steps.map((step) => ({ job, step })))
