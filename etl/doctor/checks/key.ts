import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { leastSecretBytes } from '../../ingest/keys.ts'
import { unlessMissing } from '../files.ts'
import { type Finding, note, toDo, well } from '../finding.ts'
import type { Patient } from '../patient.ts'

const variable = 'ESCALATION_TRENDS_SECRET'

/** The secret as a night would find it; null where there is none. Nothing is made, unlike at night. */
export async function secretOf({ dir, machine }: Patient): Promise<Buffer | null> {
  const given = machine.environment[variable]
  return given ? Buffer.from(given) : unlessMissing(readFile(join(dir, '.key')), null)
}

function noKey({ landed, dir }: Patient): Finding {
  if (landed.receipts.length === 0) return well('there is no key yet: the first night makes one')
  return toDo(
    `there is neither ${variable} here nor ${join(dir, '.key')}: a night without the key that exports were read with takes the same requester for two`,
    `Ask again with ${variable} set as the nightly has it, or restore .key from a back-up`,
  )
}

/** Whether the key that requesters are hashed with is there. */
export async function lookAtKey(patient: Patient): Promise<Finding[]> {
  const { dir, machine } = patient
  const own = await unlessMissing(readFile(join(dir, '.key')), null)
  const given = machine.environment[variable]
  const secret = await secretOf(patient)
  if (secret === null) return [noKey(patient)]
  const from = given ? variable : '.key'
  const weak = toDo(
    `the key in ${from} has ${secret.length} bytes only: no night runs with it`,
    'Set one of 32 random bytes: openssl rand -hex 32',
  )
  const two = note(`${variable} is set, so .key is not used`)
  return [
    secret.length < leastSecretBytes ? weak : well(`the key is in ${from}`),
    ...(given && own ? [two] : []),
  ]
}
