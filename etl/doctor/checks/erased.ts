import { join } from 'node:path'
import { ConfigError } from '../../config/errors.ts'
import { assertSecretOfErased, readErased } from '../../ingest/erased.ts'
import { count } from '../../inspect/text.ts'
import { statusOf } from '../files.ts'
import { type Finding, stopping, toDo, well } from '../finding.ts'
import { nightlyOf, type Patient } from '../patient.ts'
import { secretOf } from './key.ts'

async function tell(patient: Patient): Promise<Finding> {
  const secret = await secretOf(patient)
  await assertSecretOfErased(patient.dir, secret)
  const { persons, isUnfinished, isInSites } = await readErased(patient.dir, secret ?? Buffer.alloc(0))
  const kept = `${count(persons.length, 'erased name')} kept out`
  if (!isUnfinished && !isInSites) return well(kept)
  const where = [...(isUnfinished ? ['releases'] : []), ...(isInSites ? ['site builds'] : [])]
  return toDo(
    `${kept}, and ${where.join(' and ')} from before still stand`,
    `Run ${nightlyOf(patient)}: it removes them when it has published`,
  )
}

/** Whether those who were erased are known again by the key of now. */
export async function lookAtErased(patient: Patient): Promise<Finding[]> {
  if ((await statusOf(join(patient.dir, '.erased'))) === null) return []
  try {
    return [await tell(patient)]
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const [problem = '', todo = ''] = (error.faults[0]?.problem ?? '').split(': ')
    return [stopping(`.erased cannot be used: ${problem}`, todo.charAt(0).toUpperCase() + todo.slice(1))]
  }
}
