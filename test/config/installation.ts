import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder with the given files, gone when the test is over. */
export async function installation(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'installation-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, name)), { recursive: true })
    await writeFile(join(dir, name), content)
  }
  return dir
}

/** The smallest config.yaml that is right, with one source of each kind. Cases change a line of it. */
export const plainConfig = `institution:
  name: University of Somewhere
  department: IT
  timezone: Europe/London
  contact:
    escalations_email: escalations@example.ac.uk
sources:
  - name: incidents
    files: "incident*.csv"
    format: servicenow-log
  - name: escalation-log
    files: "escalations/*.csv"
    format: table
    entity: escalation
    grain: item
    columns:
      id: "Ref"
      received_at: { column: "Received", format: "%d/%m/%Y %H:%M" }
      status: "Status"
    values:
      status: { Open: in_progress, Done: resolved }
calendar:
  hours: { mon: "09:00-17:00", tue: "09:00-17:00" }
  bank_holidays: GB-ENG
`

/** plainConfig with one text replaced; it must be there. */
export function changed(from: string, to: string): string {
  if (!plainConfig.includes(from)) throw new Error(`the plain config has no ${JSON.stringify(from)}`)
  return plainConfig.replace(from, to)
}

/** plainConfig with lines added at its end. */
export const extended = (lines: string): string => `${plainConfig}${lines}\n`
