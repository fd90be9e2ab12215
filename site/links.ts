/** Addresses of pages and of people. */

/** A page's address under the base that the site is built for: `/acknowledged/` → `/base/acknowledged/`. */
export const href = (path: string): string => `${import.meta.env.BASE_URL.replace(/\/$/, '')}${path}`

/** A `mailto:` address with its subject and lines filled in. */
export const mail = (to: string, subject?: string, lines: readonly string[] = []): string => {
  const fields = [
    ...(subject === undefined ? [] : [`subject=${encodeURIComponent(subject)}`]),
    ...(lines.length === 0 ? [] : [`body=${encodeURIComponent(lines.join('\r\n'))}`]),
  ]
  return `mailto:${to}${fields.length === 0 ? '' : `?${fields.join('&')}`}`
}
