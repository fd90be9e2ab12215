/** What a host sends with each file of a site. */
import type { Audience } from '../navigation.ts'
import { pagePolicy } from './policy.ts'

/** The policy of the pages without their hashes, and who may show them in a frame, which a page cannot say itself. */
const [nothingElse, ...rest] = pagePolicy
const policy = [nothingElse, "script-src 'self'", "style-src 'self'", ...rest, "frame-ancestors 'none'"]

const unused = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
] as const

const everywhere = {
  'Content-Security-Policy': policy.join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': unused.map((feature) => `${feature}=()`).join(', '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const

/** Only the staff site may stand where everybody comes. */
export const isProtected = (audience: Audience): boolean => audience !== 'staff'

/** Cache-Control: what lasts is kept a year, all else is asked for anew each time. What is protected is kept by the reader's browser alone. */
export const cachingOf = (audience: Audience, isLasting: boolean): string =>
  [isProtected(audience) ? 'private' : 'public', isLasting ? 'max-age=31536000, immutable' : 'no-cache'].join(
    ', ',
  )

/** The headers of every file of a site but for how long it may be kept. */
export const headersOf = (audience: Audience): Readonly<Record<string, string>> =>
  isProtected(audience) ? { ...everywhere, 'X-Robots-Tag': 'noindex' } : everywhere

/** Media types of the files of a site, by the endings of their names. */
export const mediaTypes = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
} as const
