import { appendFileSync } from 'node:fs'
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { disk, type Effects } from '../../etl/effects.ts'
import { csv } from '../support/config.ts'
import { dyingDisk } from '../support/disk.ts'
import { night, put, type Night as Ran } from '../support/installation.ts'
import { configText } from './config.ts'
import type { Delivery } from './delivery.ts'
import type { Correction } from './known.ts'
import type { Accident, Run } from './night.ts'

/** Puts files into an inbox that another job has emptied. */
async function fill(dir: string, files: readonly Delivery[]): Promise<void> {
  await rm(join(dir, 'inbox'), { recursive: true, force: true })
  await mkdir(join(dir, 'inbox'))
  for (const { name, bytes, at, modifiedAt = at, mode } of files) {
    await put(dir, { [join('inbox', name)]: { content: bytes, at: new Date(modifiedAt).toISOString() } })
    if (mode !== undefined) await chmod(join(dir, 'inbox', name), mode)
  }
}

async function correct(dir: string, corrections: readonly Correction[]): Promise<void> {
  const lines = corrections.map(
    ({ item, status }) => `${item},status,${status},the tool has it wrong,Ann Lee`,
  )
  if (lines.length === 0) await rm(join(dir, 'corrections.csv'), { force: true })
  else await writeFile(join(dir, 'corrections.csv'), csv('item,field,value,reason,by', ...lines))
}

function writer(
  dir: string,
  { name, bytes }: Extract<Accident, { what: 'written to' }>,
): Effects['progress'] {
  let isWritten = false
  return (said) => {
    if (isWritten || !said.startsWith(`${name}:`)) return
    isWritten = true
    appendFileSync(join(dir, 'inbox', name), bytes)
  }
}

function effectsOf(dir: string, { clock, accident }: Run): Partial<Effects> {
  const began = Date.now()
  return {
    now: () => new Date(clock + Date.now() - began),
    disk: accident?.what === 'killed' ? dyingDisk(accident.afterSteps) : disk,
    ...(accident?.what === 'written to' && { progress: writer(dir, accident) }),
  }
}

/** One start of the nightly over what lies in the inbox then; null where it was killed. */
export async function played(dir: string, run: Run, inbox: readonly Delivery[]): Promise<Ran | null> {
  await fill(dir, inbox)
  await correct(dir, run.corrections)
  await writeFile(join(dir, 'config.yaml'), configText(run.settings))
  try {
    return await night(dir, [], effectsOf(dir, run))
  } catch (error) {
    if (run.accident?.what === 'killed') return null
    throw error
  }
}
