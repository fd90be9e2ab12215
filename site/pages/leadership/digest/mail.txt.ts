import { digestOf } from '../../../digest/digest.ts'
import { known, site } from '../../../digest/release.ts'
import { textOf } from '../../../digest/text.ts'

/** The body of the night's mail as plain text. */
export const GET = (): Response => new Response(textOf(digestOf(known()), site()))
