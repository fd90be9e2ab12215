import { writeFile } from 'node:fs/promises'
import type { Disk } from '../../etl/effects.ts'
import { watchedDisk } from '../support/disk.ts'

const failure = (code: string, path: string): Error =>
  Object.assign(new Error(`${code}: it failed, '${path}'`), { code, path })

interface Step {
  readonly step: keyof Disk
  /** The path that it makes or changes. */
  readonly path: string
  readonly content: string | Uint8Array
}

/** A way in which a step of the disk can fail. */
export interface Fault {
  readonly name: string
  readonly of: readonly (keyof Disk)[]
  readonly code: string
  /** Words of the line that the log must have. */
  readonly says: string
  /** What is left of the step when it fails. */
  readonly before: (step: Step, work: () => Promise<void>) => Promise<void>
}

const nothing = async (): Promise<void> => {}
const all = async (_: Step, work: () => Promise<void>): Promise<void> => work()
const half = async ({ path, content }: Step): Promise<void> =>
  writeFile(path, content.slice(0, Math.floor(content.length / 2)))

const making = ['folder', 'write', 'seal', 'settle', 'move', 'link'] as const

export const faults: readonly Fault[] = [
  { name: 'the write fails half-way', of: ['write'], code: 'ENOSPC', says: 'the disk is full', before: half },
  { name: 'the fsync fails', of: ['folder', 'write', 'seal', 'settle'], code: 'EIO', says: 'the disk does not answer', before: all },
  { name: 'the rename fails', of: ['move', 'link'], code: 'EIO', says: 'the disk does not answer', before: nothing },
  { name: 'the fsync after the rename fails', of: ['move', 'link'], code: 'EIO', says: 'the disk does not answer', before: all },
  { name: 'the disk is full', of: making, code: 'ENOSPC', says: 'the disk is full', before: nothing },
  { name: 'the quota is used up', of: making, code: 'EDQUOT', says: 'the quota of this account is used up', before: nothing },
  { name: 'nothing may be written', of: [...making, 'remove'], code: 'EACCES', says: 'this account has no permission', before: nothing },
  { name: 'too many files are open', of: ['write', 'seal', 'settle'], code: 'EMFILE', says: 'too many files are open', before: nothing },
] // biome-ignore format: a table

/** Which step it was, in a name that is the same every night. */
const nameOf = ({ step, path }: Step, dir: string): string =>
  `${step} ${path
    .replace(dir, '')
    .replaceAll(/\d{8}T\d{9}Z/g, '<run>')
    .replaceAll(/[0-9a-f]{64}/g, '<sha256>')
    .replace(/(cells|measures)\/.+$/, '$1/<file>')}`

const stepOf = (step: keyof Disk, given: readonly unknown[]): Step => ({
  step,
  path: String(['copy', 'move', 'link'].includes(step) ? given[1] : given[0]),
  content: step === 'write' ? (given[1] as string | Uint8Array) : '',
})

/** A disk that notes the names of its steps. */
export function notingDisk(dir: string, names: string[]): Disk {
  return watchedDisk((step, given, work) => {
    names.push(nameOf(stepOf(step, given), dir))
    return work()
  })
}

/** A disk whose nth step of a name fails; where `isLasting`, so does every later one of its kind. */
export function failingDisk(
  dir: string,
  { name, nth }: { readonly name: string; readonly nth: number },
  fault: Fault,
  isLasting = false,
): { readonly disk: Disk; readonly hasFailed: () => boolean } {
  let seen = 0
  let hasFailed = false
  const disk = watchedDisk(async (step, given, work) => {
    const told = stepOf(step, given)
    const isMeant = nameOf(told, dir) === name && seen++ === nth
    const isLater = hasFailed && isLasting && fault.of.includes(step)
    if (!isMeant && !isLater) return work()
    hasFailed = true
    await fault.before(told, work)
    throw failure(fault.code, told.path)
  })
  return { disk, hasFailed: () => hasFailed }
}
