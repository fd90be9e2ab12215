/** Where a site goes, and with what: from the environment of the step. */
export interface Target {
  readonly audience: 'staff' | 'leadership' | 'operations'
  /** The built site's folder. */
  readonly site: string
  /** For rsync: `user@host:/folder`. */
  readonly place: string
  /** Where its readers find it; empty for a staff site that says none. */
  readonly address: string
  /** Lines of known_hosts: the only host keys that are trusted. */
  readonly known_hosts: string
  /** A private key in OpenSSH's form. */
  readonly key: string
}

/** What is missing or wrong, in words that say what to do. */
export class TargetError extends Error {}

const audiences = ['staff', 'leadership', 'operations'] as const
const placePattern = /^[A-Za-z0-9._-]+@[A-Za-z0-9.-]+:\/[A-Za-z0-9._/-]*[A-Za-z0-9._-]\/?$/

function need(value: string | undefined, otherwise: string): string {
  if (!value?.trim()) throw new TargetError(otherwise)
  return value.trim()
}

/** The target that the environment names; null where it names none. Throws `TargetError`. */
export function targetOf(environment: NodeJS.ProcessEnv): Target | null {
  const audience = audiences.find((name) => name === environment.AUDIENCE)
  if (!audience) throw new TargetError(`AUDIENCE must be one of ${audiences.join(', ')}`)
  const place = environment.TARGET?.trim()
  if (!place) return null
  const where = `of the environment "${audience}"`
  if (!placePattern.test(place) || place.includes('..'))
    throw new TargetError(`TARGET ${where} must read user@host:/folder, a folder that holds this site alone`)
  const address = environment.ADDRESS?.trim() ?? ''
  if (audience !== 'staff')
    need(address, `ADDRESS ${where} is missing: without it nothing shows that the site is behind a sign-in`)
  return {
    audience,
    site: need(environment.SITE, 'SITE is missing: the folder of the built site'),
    place,
    address,
    known_hosts: need(
      environment.KNOWN_HOSTS,
      `KNOWN_HOSTS ${where} is missing: the output of ssh-keyscan, compared with the host's own keys`,
    ),
    key: need(environment.SSH_KEY, `the secret SSH_KEY ${where} is missing`),
  }
}
