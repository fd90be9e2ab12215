import { alertsOf } from '../../../digest/alerts.ts'
import { known } from '../../../digest/release.ts'

/** How much was newly called, for whatever tells somebody. */
export const GET = (): Response => new Response(`${JSON.stringify(alertsOf(known()))}\n`)
