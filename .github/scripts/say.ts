/** On a runner, what is said stands out on the run's page; elsewhere it is a line like any other. */
const mark = (kind: 'error' | 'notice'): string =>
  process.env.GITHUB_ACTIONS === 'true' ? `::${kind}::` : ''

/** Says what went wrong, one line each. */
export function sayError(text: string): void {
  for (const line of text.split('\n')) console.log(`${mark('error')}${line}`)
}

export const sayNotice = (text: string): void => console.log(`${mark('notice')}${text}`)
