import { digestOf } from '../../../digest/digest.ts'
import { htmlOf } from '../../../digest/html.ts'
import { known, site } from '../../../digest/release.ts'

/** The body of the night's mail as HTML. */
export const GET = (): Response => new Response(htmlOf(digestOf(known()), site()))
