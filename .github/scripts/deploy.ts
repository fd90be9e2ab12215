import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { fileOfEachFolder, isPageOf } from './pages.ts'
import { openings } from './protection.ts'
import { sayError, sayNotice } from './say.ts'
import { type Target, TargetError, targetOf } from './target.ts'

const run = promisify(execFile)

/** The folder that is sent in place of a site which must not stay. */
const nothing = 'nothing'

/** Writes what ssh needs into a folder of its own: no key is trusted but the host's known ones. */
async function prepare(folder: string, { key, known_hosts }: Target): Promise<void> {
  const [identity, hosts, config] = ['identity', 'known_hosts', 'config'].map((name) => join(folder, name))
  const settings = [
    `IdentityFile "${identity}"`,
    'IdentitiesOnly yes',
    `UserKnownHostsFile "${hosts}"`,
    'GlobalKnownHostsFile /dev/null',
    'StrictHostKeyChecking yes',
    'BatchMode yes',
    'ConnectTimeout 30',
  ]
  await writeFile(identity as string, `${key}\n`, { mode: 0o600 })
  await writeFile(hosts as string, `${known_hosts}\n`, { mode: 0o600 })
  await writeFile(config as string, `${settings.join('\n')}\n`, { mode: 0o600 })
  await mkdir(join(folder, nothing))
}

/** Makes the target hold what `from` holds and nothing else; every file whole before the first takes its place. */
async function send(from: string, { place }: Target, folder: string): Promise<void> {
  await run('rsync', [
    '--recursive',
    '--times',
    '--chmod=D755,F644',
    '--delay-updates',
    '--delete-after',
    `--rsh=ssh -F '${join(folder, 'config')}'`,
    `${from}/`,
    place.endsWith('/') ? place : `${place}/`,
  ])
}

const isPublic = ({ audience }: Target): boolean => audience === 'staff'

async function faultsOf(target: Target): Promise<readonly string[]> {
  if (isPublic(target)) return []
  return openings(target.address, {
    isOwn: (path) => isPageOf(target.site, path),
    some: fileOfEachFolder(target.site),
  })
}

/** Sends the site; takes it away again where its host shows it to those who have not signed in. */
async function publish(target: Target, folder: string): Promise<readonly string[]> {
  await prepare(folder, target)
  await send(target.site, target, folder)
  const faults = await faultsOf(target).catch((error: Error) => [error.message])
  if (faults.length === 0) return []
  await send(join(folder, nothing), target, folder)
  return [...faults, `the ${target.audience} site was taken away from its host again`]
}

async function deploy(target: Target): Promise<readonly string[]> {
  if (!existsSync(join(target.site, 'index.html')))
    return [`there is no ${target.audience} site at ${target.site}`]
  const faults = await faultsOf(target)
  if (faults.length > 0)
    return [...faults, `the ${target.audience} site was not deployed: put its host behind a sign-in first`]
  const folder = await mkdtemp(join(process.env.RUNNER_TEMP ?? tmpdir(), 'deploy-'))
  try {
    return await publish(target, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function main(): Promise<number> {
  const target = targetOf(process.env)
  if (target === null) {
    sayNotice(`${process.env.AUDIENCE}: no TARGET is set, so this site was not deployed`)
    return 0
  }
  const faults = await deploy(target)
  for (const fault of faults) sayError(fault)
  if (faults.length === 0) console.log(`${target.audience}: deployed to ${target.place}`)
  return faults.length === 0 ? 0 : 1
}

try {
  process.exitCode = await main()
} catch (error) {
  const { message, stderr } = error as Error & { stderr?: string }
  sayError(error instanceof TargetError ? message : `not deployed: ${stderr?.trim() || message}`)
  process.exitCode = 1
}
