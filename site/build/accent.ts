/** `virtual:accent.css`: the institution's colour as custom properties, part of the one style sheet. */
import { accentCss } from '../accent.ts'
import { readRelease } from '../release.ts'

const name = 'virtual:accent.css'
const resolved = '\0accent.css'

type Plugin = {
  name: string
  resolveId: (id: string) => string | null
  load: (id: string) => string | null
}

/** The Vite plugin that makes it from the manifest of a release. */
export const accentOf = (release: string): Plugin => ({
  name: 'accent-of-institution',
  resolveId: (id) => (id === name ? resolved : null),
  load: (id) => {
    if (id !== resolved) return null
    return accentCss(readRelease(release).manifest.institution.accent)
  },
})
