/**
 * Where a build works and what it leaves. Astro puts its intermediate files into one fixed folder of the
 * repository when it builds to elsewhere, so two builds at once break each other: each gets a folder of its own
 * inside the repository, and what is done is copied to OUT.
 */
import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { AstroIntegration } from 'astro'

const workshops = resolve('node_modules', '.cache', 'site')

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // it lives, and is another account's
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Removes the folders of processes that were killed. */
export const removeLeftovers = (folder: string = workshops): void => {
  const dead = namesIn(folder).filter((name) => /^\d+$/.test(name) && !isAlive(Number(name)))
  for (const name of dead) rmSync(join(folder, name), { recursive: true, force: true })
}

/** The folder that this process works in, removed when it ends. */
export const workshop = (): string => {
  removeLeftovers()
  const folder = join(workshops, String(process.pid))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/**
 * Where the environment asks for it (ENDS_WITH_STDIN), ends this build with the process that began it and holds the other
 * end of its standard input: a night that was killed writes nothing any more.
 */
export const endWithParent = (): void => {
  if (process.env.ENDS_WITH_STDIN !== '1') return
  new Worker(new URL('./ends-with-stdin.ts', import.meta.url), { stdin: false }).unref()
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
