/** How a host answered a request that carries no sign-in. */
export interface Answer {
  readonly status: number
  readonly location: string | null
}

/** Asks for one page and follows nothing. Null: no answer came. */
export type Ask = (page: URL) => Promise<Answer | null>

const pages = ['', 'last-good.json', 'a-page-that-no-site-has/']
const redirects = [301, 302, 303, 307, 308]
const loopback = ['localhost', '127.0.0.1', '[::1]']
const patience_milliseconds = 10_000

/** Asks over the network, as a stranger would. */
export async function ask(page: URL, patience = patience_milliseconds): Promise<Answer | null> {
  try {
    const signal = AbortSignal.timeout(patience)
    const answer = await fetch(page, { redirect: 'manual', signal, headers: { 'cache-control': 'no-cache' } })
    await answer.body?.cancel()
    return { status: answer.status, location: answer.headers.get('location') }
  } catch {
    return null
  }
}

/** Whether what is sent there can be read on the way: a sign-in must not be. */
const isPrivate = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && loopback.includes(hostname))

const place = ({ origin, pathname }: URL): string => `${origin}${pathname.replace(/\/$/, '')}`

interface Reply {
  readonly page: URL
  readonly answer: Answer | null
}

/** Where an answer sends the reader; null where it sends nobody anywhere. */
function destination({ page, answer }: Reply): URL | null {
  if (!answer?.location || !redirects.includes(answer.status)) return null
  return URL.parse(answer.location, page)
}

/** Why one reply is no proof that the page is closed; null where it is one. */
function openness(reply: Reply): string | null {
  const { page, answer } = reply
  if (answer === null) return `${page} gave no answer, so nothing shows that it is protected`
  if (answer.status === 401 || answer.status === 403) return null
  const to = destination(reply)
  if (to === null) return `${page} answers ${answer.status} to a reader who has not signed in`
  if (!isPrivate(to))
    return `${page} sends its readers to ${to.origin}, where a password could be read on the way`
  return place(to) === place(page) ? `${page} sends its readers back to itself, not to a sign-in` : null
}

/** A host that merely moves its pages sends each to a place of its own; a sign-in is one and the same for all. */
function movement(replies: readonly Reply[], isOwnPage: (path: string) => boolean): string | null {
  const [base] = replies.map(({ page }) => page)
  const ends = replies.map(destination).filter((to) => to !== null)
  if (new Set(ends.map(place)).size > 1)
    return `${base} sends its readers on to other pages, not to a sign-in`
  const own = ends.find(
    (to) =>
      to.origin === base?.origin &&
      to.pathname.startsWith(base.pathname) &&
      isOwnPage(to.pathname.slice(base.pathname.length)),
  )
  return own
    ? `${base} sends its readers to ${own.pathname}, a page of the site itself, not to a sign-in`
    : null
}

/** An address with the slash at its end that makes it a folder; null where it is none. */
export function addressOf(text: string): URL | null {
  const address = URL.parse(text)
  if (address && !address.pathname.endsWith('/')) address.pathname += '/'
  return address
}

/** The pages of a site, as paths from its root. */
export interface Pages {
  readonly isOwn: (path: string) => boolean
  /** Those that are asked for besides the first. */
  readonly some: readonly string[]
}

/**
 * Why it is not proved that a site's host turns away whoever has not signed in; empty where it is. A page that no
 * site has is asked for as well: a folder that is open and still empty answers 403 to the first page, and 404 to that.
 */
export async function openings(
  text: string,
  { isOwn, some }: Pages,
  request: Ask = ask,
): Promise<readonly string[]> {
  const address = addressOf(text)
  if (address === null) return [`"${text}" is no address: write it as https://host/`]
  if (!isPrivate(address)) return [`${address} is not https: a password could be read on the way`]
  const asked = [...pages, ...some].map((path) => new URL(path, address))
  const replies = await Promise.all(asked.map(async (page) => ({ page, answer: await request(page) })))
  const open = replies.map(openness).filter((fault) => fault !== null)
  const moved = open.length > 0 ? null : movement(replies, isOwn)
  return moved === null ? open : [moved]
}
