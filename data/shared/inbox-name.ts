import { matchesGlob } from './glob.ts'

/** A source by its name and the glob of its files below inbox/. */
export interface Claim {
  readonly name: string
  readonly files: string
}

const claims = (sources: readonly Claim[]): string =>
  sources.map(({ name, files }) => `${name} reads "${files}"`).join(', ')

/** The first source that reads a name; one that is packed (`.gz`) is read by whoever reads it unpacked. */
export const readerOf = <Source extends Claim>(name: string, sources: readonly Source[]): Source | null =>
  sources.find(({ files }) => matchesGlob(name, files) || matchesGlob(name.replace(/\.gz$/i, ''), files)) ??
  null

/** Why a file that no source reads is refused, and what to do. */
export const noSourceReads = (sources: readonly Claim[]): string =>
  `no source of config.yaml reads it (${claims(sources)}): rename it, or add a source for it (npm run inspect -- FILE prints one)`

/** Hidden entries, and the files in which an office program notes who has a document open. */
export const isPassedOver = (name: string): boolean => name.startsWith('.') || name.startsWith('~$')
