import { access, readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Disk, disk } from './effects.ts'

const data = resolve(import.meta.dirname, '..', 'data')

const help = `npm run init -- DIR

Writes a commented config.yaml, the words of the staff site (procedure/) and an empty inbox/ into DIR: an
installation to begin from. Nothing that stands there is overwritten.

  --help         this text`

type Writing = Pick<Disk, 'folder' | 'write'>

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** The neutral words, to be changed. Resolves to how many files they are. */
async function writeWords(folder: string, { write }: Writing): Promise<number> {
  const names = await readdir(join(data, 'procedure'))
  for (const name of names.sort())
    await write(join(folder, name), await readFile(join(data, 'procedure', name)))
  return names.length
}

/** Makes an installation in `dir`. Resolves to the exit code and what to say: 2 where one is there already. */
export async function init(dir: string, writing: Writing): Promise<{ code: 0 | 2; message: string }> {
  const config = join(dir, 'config.yaml')
  const procedure = join(dir, 'procedure')
  if (await isThere(config)) return { code: 2, message: `${config} is there already: nothing was written` }
  // words of an earlier hand are whole as they are: neutral pages among them would be shown too
  const hasWords = await isThere(procedure)
  await writing.folder(join(dir, 'inbox'))
  await writing.folder(procedure)
  const words = hasWords ? 0 : await writeWords(procedure, writing)
  await writing.write(config, await readFile(join(data, 'skeleton', 'config.yaml')))
  const said = hasWords
    ? `${procedure} is there already: its words were left as they are`
    : `Written: ${words} files of words in ${procedure}; its README.md says how to change them`
  return {
    code: 0,
    message: `Written: ${config}\n${said}\nFill it in, put your exports into ${join(dir, 'inbox')}, then: npm run nightly -- --data ${dir}`,
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
