/** For those who watch a site: which night it is from, and when the next is due. */
import type { APIRoute } from 'astro'
import { release } from '../../release.ts'

export const GET: APIRoute = () => {
  const { run, as_of, built_at, next_update_due_at, sources } = release().manifest
  const stale = sources.filter(({ is_stale }) => is_stale).map(({ name }) => name)
  return Response.json({ run, as_of, published_at: built_at, looked_at: built_at, next_update_due_at, stale })
}
