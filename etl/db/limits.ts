import { statfs } from 'node:fs/promises'
import { totalmem } from 'node:os'

/** A limit in the environment that is none. */
export class WrongLimit extends Error {}

const variable = 'ESCALATION_TRENDS_MEMORY_MB'
/** With less, DuckDB cannot sort what a night sorts. */
const leastMb = 128
/** The rest is for the process around the database and for everything else on the machine. */
const share = 0.5
const megabyte = 1_000_000

/** Bytes of memory that this process can have: the machine's, or those that its container is given. */
function memoryBytes(): number {
  const given = process.constrainedMemory()
  return given > 0 ? Math.min(given, totalmem()) : totalmem()
}

/**
 * The memory that databases may take, in MB: what the environment says, else half of what this process can have.
 * Throws `WrongLimit` where the environment says no such number.
 */
export function memoryLimitMb(environment: NodeJS.ProcessEnv = process.env): number {
  const said = environment[variable]
  if (!said) return Math.max(leastMb, Math.floor((memoryBytes() * share) / megabyte))
  const number = Number(said)
  if (Number.isSafeInteger(number) && number >= leastMb) return number
  throw new WrongLimit(`${variable} is "${said}": write a whole number of megabytes, ${leastMb} or more`)
}

/** What a night over a million records needs, in MB, and as much again for each million more; less than a million need no less. */
const mbAMillion = 500

/** The memory that a night over so many records may take, in MB: what the environment says, else what it needs, where there is as much. */
export function nightLimitMb(records: number, environment: NodeJS.ProcessEnv = process.env): number {
  const limit = memoryLimitMb(environment)
  return environment[variable] ? limit : Math.min(limit, Math.ceil(mbAMillion * Math.max(1, records / 1e6)))
}

/** The bytes of scratch that a database may lay down in a folder: half of what is free there now. */
export async function scratchLimitBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return Math.floor(bavail * bsize * share)
}
