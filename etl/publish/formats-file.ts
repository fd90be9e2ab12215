import type { FormatsFile } from '../../data/contract.ts'
import type { Settings } from '../config/settings.ts'

/** What the export check of the operations site reads a file by. */
export async function formatsFileOf(_settings: Pick<Settings, 'sources'>): Promise<FormatsFile> {
  return { sources: [], formats: [] }
}
