/** One thing that is wrong in a file of an installation, and what to write instead. */
export interface Fault {
  /** Name within the installation, e.g. `config.yaml` */
  readonly file: string
  readonly line: number | null
  /** e.g. `sources[0].format`; empty where the whole file is meant */
  readonly path: string
  readonly problem: string
}

/** `config.yaml:12: sources[0].format: unknown format …` */
export const faultLine = ({ file, line, path, problem }: Fault): string =>
  `${file}${line === null ? '' : `:${line}`}: ${path === '' ? '' : `${path}: `}${problem}`

/** Settings or words that cannot be used. Its message lists every fault, one a line. */
export class ConfigError extends Error {
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    super(faults.map(faultLine).join('\n'))
    this.name = 'ConfigError'
    this.faults = faults
  }
}

/** A path of keys as people read it: `sources[0].columns.id` */
export const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`
      const name = /^[\w-]+$/.test(String(step)) ? String(step) : JSON.stringify(String(step))
      return index === 0 ? name : `.${name}`
    })
    .join('')

/** Wrong usage: nothing is touched, and the message says what to write. */
export class UsageError extends Error {}
