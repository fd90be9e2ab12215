/** Where the pages of the site stand, for links in what is sent elsewhere. */

/**
 * The address of the first page, by the environment variable SITE_ADDRESS; null where that is not set. Throws where it is no
 * address of a site.
 */
export const siteAddress = (given: string | undefined): URL | null => {
  if (given === undefined || given === '') return null
  const address = URL.parse(given)
  const isPlain =
    address !== null && /^https?:$/.test(address.protocol) && address.username + address.password === ''
  if (!isPlain)
    throw new Error(
      `SITE_ADDRESS is "${given}": write where the leadership site stands, e.g. https://trends.example.ac.uk/leadership/`,
    )
  return new URL(`${address.origin}${address.pathname.replace(/\/?$/, '/')}`)
}

/** The address of a page: `/brief/` → `https://…/brief/` */
export const pageAddress = (site: URL, path: string): string => new URL(`.${path}`, site).href
