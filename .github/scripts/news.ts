/** How a job of the run ended, as `toJSON(needs)` says it. */
export interface Ended {
  readonly result: 'success' | 'failure' | 'cancelled' | 'skipped'
  readonly outputs: Readonly<Record<string, string>>
}

/** What there is to say of a run; null where there is nothing. */
export interface News {
  readonly failure: string | null
  readonly called: string | null
  /** Whether everything that ran went well: what was open can be closed. */
  readonly is_well: boolean
}

const meanings: Readonly<Record<string, string>> = {
  '1': 'exit code 1: nothing was published, or a site could not be built; what stood before stands',
  '2': 'exit code 2: a setting or the way it was called is wrong; nothing was touched',
  '3': 'exit code 3: another run was at work on the same installation',
}

const isBad = ({ result }: Ended): boolean => result === 'failure' || result === 'cancelled'

/** Only the jobs' own names, results and exit codes: no line of a log, which could hold more. */
function wordsOf(name: string, { result, outputs }: Ended): string {
  const meaning = meanings[outputs.exit_code ?? '']
  return `- ${name}: ${meaning ?? (result === 'cancelled' ? 'stopped before its end' : 'failed')}`
}

/** What is to be said of the jobs of one run, whose page stands at `page`. */
export function newsOf(jobs: Readonly<Record<string, Ended>>, page: string): News {
  const bad = Object.entries(jobs).filter(([, ended]) => isBad(ended))
  const failure = [
    'The night did not end well:',
    '',
    ...bad.map(([name, ended]) => wordsOf(name, ended)),
    '',
    `The run: ${page}`,
    'What to do: "When figures look odd" in docs/operation.md.',
  ].join('\n')
  const called = `A trend was newly called. Which one stands first on the leadership site.\n\nThe run: ${page}`
  return {
    failure: bad.length > 0 ? failure : null,
    called: Object.values(jobs).some(({ outputs }) => outputs.called === 'true') ? called : null,
    is_well: bad.length === 0 && Object.values(jobs).some(({ result }) => result === 'success'),
  }
}
