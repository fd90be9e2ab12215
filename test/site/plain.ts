/** Sentences with plain spaces. */
export const plain = (text: string | null): string | null => text?.replaceAll('\u00a0', ' ') ?? null
