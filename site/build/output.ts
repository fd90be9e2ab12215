/**
 * Where a build works and what it leaves. Astro puts its intermediate files into one fixed folder of the
 * repository when it builds to elsewhere, so two builds at once break each other: each gets a folder of its own
 * inside the repository, and what is done is copied to OUT.
 */
import { cpSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

/** The folder that this process works in, removed when it ends. */
export const workshop = (): string => {
  const folder = resolve('node_modules', '.cache', 'site', String(process.pid))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Settings that a build cannot do without, named all at once. */
const requireSettings = (settings: Record<string, string | undefined>): void => {
  const missing = Object.keys(settings).filter((name) => !settings[name])
  if (missing.length > 0) {
    throw new Error(
      `A build of a site needs ${missing.join(' and ')}: RELEASE is the folder of the release, OUT the folder to build into`,
    )
  }
}

/** The integration that refuses a build without RELEASE or OUT, and copies a finished one to OUT. */
export const outputTo = (out: string | undefined, release: string | undefined): AstroIntegration => ({
  name: 'output-of-site',
  hooks: {
    'astro:config:setup': ({ command }) => {
      if (command === 'build') requireSettings({ RELEASE: release, OUT: out })
    },
    'astro:build:done': ({ dir }) => {
      const target = resolve(out ?? join('dist', 'site'))
      rmSync(target, { recursive: true, force: true })
      cpSync(fileURLToPath(dir), target, { recursive: true })
    },
  },
})
