import { join } from 'node:path'
import { memoryLimitMb, WrongLimit } from '../../db/limits.ts'
import { count } from '../../inspect/text.ts'
import { type Finding, note, stopping, toDo, well } from '../finding.ts'
import { type Machine, type Package, packageIn } from '../machine.ts'
import type { Patient } from '../patient.ts'
import { listed } from '../words.ts'

const major = (version: string): number => Number.parseInt(version, 10)
const install = ({ program }: Machine): string => `Run npm ci in ${program}`

/** The version of Node that comes with the packages. */
const brought = (own: Package): string | undefined =>
  Object.entries(own.optionalDependencies ?? {}).find(([name]) => name.startsWith('node-'))?.[1]

function ofNode(machine: Machine, own: Package): Finding {
  const { node, platform } = machine
  const needed = brought(own) ?? node
  if (major(node) < major(needed))
    return toDo(
      `Node ${node} is too old: ${needed} is needed`,
      `${install(machine)}, and start commands by npm run`,
    )
  const found = `Node ${node} on ${platform}`
  return platform.startsWith('linux-') ? well(found) : note(`${found}; this program is tested on Linux`)
}

/** Packages that are not there in the version that this program was tested with. */
async function ofPackages(machine: Machine, own: Package): Promise<Finding[]> {
  const wanted = Object.entries(own.dependencies ?? {})
  const installed = await Promise.all(
    wanted.map(([name]) => packageIn(join(machine.program, 'node_modules', name))),
  )
  const others = wanted.filter(([, version], place) => installed[place]?.version !== version)
  if (others.length === 0) return []
  return [
    toDo(
      `${count(others.length, 'package')} not in the version that this program was tested with: ${listed(others.map(([name]) => name))}`,
      install(machine),
    ),
  ]
}

function ofMemory({ environment }: Machine): Finding {
  try {
    return well(`databases may take ${memoryLimitMb(environment).toLocaleString('en-GB')} MB of memory`)
  } catch (error) {
    if (!(error instanceof WrongLimit)) throw error
    return stopping(error.message, 'Mend it where the nightly is started, or leave it out')
  }
}

/** Node, the packages of this program, and the memory that it may take. */
export async function lookAtProgram({ machine }: Patient): Promise<Finding[]> {
  const own = (await packageIn(machine.program)) ?? {}
  return [ofNode(machine, own), ...(await ofPackages(machine, own)), ofMemory(machine)]
}
