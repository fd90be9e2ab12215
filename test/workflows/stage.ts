import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { stepsOf, workflowNamed } from './workflow.ts'

const folders: string[] = []
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

/** What a step did: its exit code, what it printed, and the programs that it called, with their words. */
export interface Played {
  readonly code: number
  readonly printed: string
  readonly calls: readonly (readonly string[])[]
  /** What it wrote into a file of the workflow's, such as GITHUB_OUTPUT. */
  readonly written: (name: string) => Promise<string>
}

/** A runner with programs of its own in the place of `gh`, `rsync` or `npm`; what they keep stays between steps. */
export interface Stage {
  readonly folder: string
  /** Runs a step of nightly.yml as a runner would. */
  readonly play: (step: string, environment: Readonly<Record<string, string>>) => Promise<Played>
}

const recorder = `#!/usr/bin/env bash
printf '%s\\x1f' "\${0##*/}" "$@" >> "$STAGE/calls"
printf '\\x1e' >> "$STAGE/calls"
`

function callsOf(text: string): readonly (readonly string[])[] {
  const calls = text.split('\x1e').filter((call) => call !== '')
  return calls.map((call) => call.split('\x1f').slice(0, -1))
}

/** The script of a step of nightly.yml, by the step's name. */
export function scriptOf(name: string): string {
  const { step } = stepsOf(workflowNamed('nightly.yml')).find(({ step }) => step.name === name) ?? {}
  if (!step?.run) throw new Error(`no step "${name}" runs a script`)
  return step.run
}

/** A stage on which the named programs record how they are called and then do what their bash text says. */
export async function stage(programs: Readonly<Record<string, string>>): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'stage-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(programs))
    await writeFile(join(folder, name), `${recorder}${text}\n`, { mode: 0o755 })
  const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8').catch(() => '')
  const play: Stage['play'] = async (step, environment) => {
    await rm(join(folder, 'calls'), { force: true })
    const env = {
      PATH: [folder, dirname(process.execPath), process.env.PATH].join(delimiter),
      STAGE: folder,
      RUNNER_TEMP: folder,
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: join(folder, 'output'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary'),
      GITHUB_SERVER_URL: 'https://git.example',
      GITHUB_REPOSITORY: 'it/escalation-trends',
      GITHUB_RUN_ID: '17',
      ...environment,
    }
    const shell = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', scriptOf(step)], { env })
    let printed = ''
    for (const stream of [shell.stdout, shell.stderr]) stream.on('data', (data) => (printed += data))
    const code = await new Promise<number>((done) => shell.on('close', (status) => done(status ?? -1)))
    return { code, printed, calls: callsOf(await read('calls')), written: read }
  }
  return { folder, play }
}
