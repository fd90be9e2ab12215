/** Addresses of the pages that words of an installation may link to. */

/** On every audience's site. */
export const pagesOfEverySite: readonly string[] = ['/', '/definitions/', '/accessibility/', '/privacy/']

/** On the staff site, those of every site among them. */
export const pagesOfStaffSite: readonly string[] = [
  ...pagesOfEverySite,
  '/escalate/',
  '/flowchart/',
  '/service-levels/',
  '/performance/',
]

/** Guidance pages that stand on a page that every site has. */
export const wordsOfEverySite: readonly string[] = ['accessibility', 'privacy']
