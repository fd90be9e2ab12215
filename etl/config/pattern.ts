/** A regular expression of the configuration, or what is wrong with it. */
export function compile(pattern: string): { readonly regex: RegExp } | { readonly problem: string } {
  if (pattern.includes('\b')) {
    return { problem: 'holds a backspace: in double quotes \\b is one. Write the pattern in single quotes' }
  }
  try {
    return { regex: new RegExp(pattern) }
  } catch (error) {
    return { problem: `${(error as Error).message}. Correct the regular expression` }
  }
}

/** How many parts of a match a pattern hands out. */
export const groupCount = (pattern: string): number => (new RegExp(`${pattern}|`).exec('')?.length ?? 1) - 1
