import { foldHeader } from './reading.ts'

/** What a file can be recognised by: sets of headers, each enough by itself. */
export interface Signed {
  readonly name: string
  readonly signatures: readonly (readonly string[])[]
}

/** One that fits a header, and the set of headers that says so. */
export interface Fitting {
  readonly name: string
  readonly signature: readonly string[]
}

/**
 * All whose signature a header row holds, each once and by its first one, in the order of `signed`. Fitting is a reason
 * to look closer and no proof: a source still names its format.
 */
export function fitting(header: readonly string[], signed: readonly Signed[]): Fitting[] {
  const folded = new Set(header.map(foldHeader))
  return signed.flatMap(({ name, signatures }) => {
    const signature = signatures.find((headers) => headers.every((each) => folded.has(foldHeader(each))))
    return signature === undefined ? [] : [{ name, signature }]
  })
}
