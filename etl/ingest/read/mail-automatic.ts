/** Values of a header, by its name in lower case. */
export type Headers = (name: string) => readonly string[]

const word = (value: string): string =>
  value
    .replace(/\([^()]*\)/g, '')
    .split(';', 1)[0]
    ?.trim()
    .toLowerCase() ?? ''

/**
 * Whether a program sent a message, by what it says of itself: Auto-Submitted but "no" (RFC 3834), the older headers of
 * answering machines, an empty envelope sender, a report (RFC 6522), or a mailer-daemon. Not a sign is
 * X-Auto-Response-Suppress: Exchange sets it on what people write, to keep others' machines from answering. Nor is
 * Precedence: list, which people's mail has that came by a list.
 */
export function isAutomatic(headers: Headers, from: string): boolean {
  const words = (name: string): string[] => headers(name).map(word)
  const says = (name: string): boolean => words(name).some((value) => !['', 'no', 'false'].includes(value))
  return (
    says('auto-submitted') ||
    says('x-autoreply') ||
    says('x-autorespond') ||
    words('precedence').some((value) => ['bulk', 'junk', 'auto_reply'].includes(value)) ||
    headers('return-path').some((value) => value.replace(/\s/g, '') === '<>') ||
    words('content-type').includes('multipart/report') ||
    /(?:^|<)mailer-daemon@/i.test(from)
  )
}
