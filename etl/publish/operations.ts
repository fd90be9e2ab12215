import type { FormatsFile, SetAsideFile, WaitingFile } from '../../data/contract.ts'
import type { Settings } from '../config/settings.ts'
import type { Database } from '../db/database.ts'
import { formatsFileOf } from './formats-file.ts'

/** What those who run escalations need by item and by name. */
export interface Operations {
  readonly waiting: WaitingFile
  readonly setAside: SetAsideFile
  readonly formats: FormatsFile
}

export interface OperationsParts {
  readonly database: Database
  readonly settings: Settings
  readonly asOf: string
  readonly knownUntil: string
}

/** Reads it from the facts of tonight. */
export async function operationsOf({ settings, asOf, knownUntil }: OperationsParts): Promise<Operations> {
  return {
    waiting: {
      as_of: asOf,
      known_until: knownUntil,
      owners: settings.audiences.operations.owners,
      ticket_url: settings.institution.contact.ticket_url ?? null,
      escalations: [],
      tickets: [],
    },
    setAside: { count: 0, records: [] },
    formats: await formatsFileOf(settings),
  }
}
