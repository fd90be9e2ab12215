/** What the page knows before any file is chosen. */
import type { FormatsFile } from '../../data/contract.ts'

export type Setting = {
  formats: FormatsFile
  /** The institution's time zone. */
  zone: string
}

/** Safe within HTML. */
export const islandOf = (setting: Setting): string => JSON.stringify(setting).replaceAll('<', '\\u003c')
