import { access, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Disk, disk } from './effects.ts'

const skeleton = resolve(import.meta.dirname, '..', 'data', 'skeleton')

const help = `npm run init -- DIR

Writes a commented config.yaml and an empty inbox/ into DIR: an installation to begin from.
Nothing that stands there is overwritten.

  --help         this text`

/** Makes an installation in `dir`. Resolves to the exit code and what to say: 2 where one is there already. */
export async function init(
  dir: string,
  { folder, write }: Pick<Disk, 'folder' | 'write'>,
): Promise<{ code: 0 | 2; message: string }> {
  const config = join(dir, 'config.yaml')
  const isThere = await access(config).then(
    () => true,
    () => false,
  )
  if (isThere) return { code: 2, message: `${config} is there already: nothing was written` }
  await folder(join(dir, 'inbox'))
  await write(config, await readFile(join(skeleton, 'config.yaml')))
  return {
    code: 0,
    message: `Written: ${config}\nFill it in, put your exports into ${join(dir, 'inbox')}, then: npm run nightly -- --data ${dir}`,
  }
}

async function main(): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      options: { help: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    if (values.help || positionals.length !== 1) {
      console.log(help)
      return values.help ? 0 : 2
    }
    const { code, message } = await init(resolve(positionals[0] as string), disk)
    console.log(message)
    return code
  } catch (error) {
    console.error((error as Error).message)
    return 2
  }
}

if (import.meta.main) process.exitCode = await main()
