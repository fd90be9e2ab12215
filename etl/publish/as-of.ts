/** As of when a release is, by the text of its manifest; null where it does not say. It is its first such time, whatever else is damaged. */
export const asOfIn = (manifest: string): string | null => /"as_of": ?"([^"]+)"/.exec(manifest)?.[1] ?? null
