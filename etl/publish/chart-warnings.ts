import type { Changes } from '../config/changes.ts'
import type { Settings } from '../config/settings.ts'
import { loadMeasures } from '../measures/index.ts'
import { otherTime } from './aims.ts'

type Said = Pick<Settings, 'aims' | 'within'>

const otherTimes = ({ aims, within }: Said): string[] =>
  aims.flatMap((aim) => {
    const charted = otherTime(within, aim)
    if (charted === null) return []
    return [
      `config.yaml, aims: ${aim.measure} within ${aim.within} is not compared with its chart, which is drawn for ${charted}: write the same time at within.${aim.measure}`,
    ]
  })

/** What aims and re-basings say that no chart can show, in sentences. */
export async function chartWarnings(
  settings: Said,
  { changes }: Pick<Changes, 'changes'>,
): Promise<string[]> {
  const charted = (await loadMeasures()).flatMap(({ measure }) => (measure.headline ? [measure.id] : []))
  const unknown = (name: string): boolean => !charted.includes(name)
  const list = charted.join(', ')
  return [
    ...otherTimes(settings),
    ...settings.aims
      .filter(({ measure }) => unknown(measure))
      .map(
        ({ measure }) =>
          `config.yaml, aims: "${measure}" has no chart, so that its aim is shown nowhere. Those with one: ${list}`,
      ),
    ...changes.flatMap(({ date, rebase }) =>
      rebase
        .filter(unknown)
        .map((name) => `changes.yaml, ${date}: rebase: "${name}" has no chart. Those with one: ${list}`),
    ),
  ]
}
