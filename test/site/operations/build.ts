/** A site of one audience, built from a release folder. */
import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { promisify } from 'node:util'
import type { Audience } from '../sites.ts'

/** Builds it into `out`. */
export const buildSite = async (audience: Audience, release: string, out: string): Promise<void> => {
  await promisify(execFile)(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    env: { ...process.env, NODE_ENV: 'production', AUDIENCE: audience, RELEASE: release, OUT: out },
  })
}

/** The files of a folder whose names end so, by their path in it. */
export const filesIn = (folder: string, ...endings: readonly string[]): string[] =>
  readdirSync(folder, { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
