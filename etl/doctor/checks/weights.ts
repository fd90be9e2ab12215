import { join } from 'node:path'
import { count } from '../../inspect/text.ts'
import { weigh } from '../files.ts'
import { type Finding, well } from '../finding.ts'
import type { Patient } from '../patient.ts'
import { bytesText } from '../words.ts'

const folders = ['inbox', 'landed', 'quarantine', 'history', 'releases', 'warehouse.duckdb'] as const

/** What the parts of an installation take. */
export async function lookAtWeights({ dir, standing, landed }: Patient): Promise<Finding[]> {
  const weights = await Promise.all(folders.map((name) => weigh(join(dir, name))))
  const told = folders.map((name, place) => {
    const { bytes, files } = weights[place] ?? { bytes: 0, files: 0 }
    const size = bytesText(bytes)
    if (name === 'warehouse.duckdb') return `warehouse ${size}`
    if (name === 'releases') return `${count(standing.releases.length, 'release')} ${size}`
    return `${name} ${size} in ${count(name === 'landed' ? landed.receipts.length : files, 'file')}`
  })
  return [well(told.join(', '))]
}
