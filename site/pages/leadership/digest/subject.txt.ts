import { digestOf } from '../../../digest/digest.ts'
import { known } from '../../../digest/release.ts'

/** The subject of the night's mail, in one line. */
export const GET = (): Response => new Response(`${digestOf(known()).subject}\n`)
