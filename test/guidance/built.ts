/** The staff site, built as the nightly builds it. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Builds it from the release that `write` writes. Resolves to its folder and how to take it away. */
export async function builtStaffSite(
  write: (folder: string) => Promise<void>,
): Promise<{ folder: string; remove: () => void }> {
  const root = mkdtempSync(join(tmpdir(), 'guidance-'))
  const [release, folder] = [join(root, 'release'), join(root, 'site')]
  await write(release)
  await promisify(execFile)(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      AUDIENCE: 'staff',
      RELEASE: release,
      OUT: folder,
    },
  })
  return { folder, remove: () => rmSync(root, { recursive: true, force: true }) }
}
