import { join } from 'node:path'
import { z } from 'zod'
import { promise } from '../../data/contract.ts'
import { didYouMean } from '../../data/shared/near.ts'
import { ConfigError, type Fault } from './errors.ts'
import { checked } from './shape.ts'
import { fillPlain, type Names, problemOf, usesIn } from './words-names.ts'
import { readYaml, type YamlFile } from './yaml-file.ts'

export type Promised = z.infer<typeof promise>

const promisesFile = z.strictObject({
  promises: z.array(
    promise.extend({
      kind: promise.shape.kind.default('promise'),
      sentence: z.string().trim().min(1),
      on: z.boolean().default(true),
    }),
  ),
})
type Written = z.infer<typeof promisesFile>['promises']

const unmeasured = (measure: string, measures: readonly string[]): string =>
  `nothing measures "${measure}".${didYouMean(measure, measures) || ` What is measured: ${measures.join(', ')}`}`

const faultsOf = (
  file: YamlFile,
  promises: Written,
  names: Names,
  measures: readonly string[] | null,
): Fault[] =>
  promises.flatMap(({ id, sentence, measure }, index) => [
    ...(measures === null || measures.includes(measure)
      ? []
      : [file.fault(['promises', index, 'measure'], unmeasured(measure, measures))]),
    ...(promises.findIndex((other) => other.id === id) < index
      ? [file.fault(['promises', index, 'id'], `there are two promises "${id}". Give each its own id`)]
      : []),
    ...usesIn(sentence)
      .flatMap((use) => problemOf(use, names, false) ?? [])
      .map((problem) => file.fault(['promises', index, 'sentence'], problem)),
  ])

/**
 * The promises of a folder that are on, in their order; null where it has no promises.yaml. Each must be held against one of
 * `measures`; null where these are not known.
 * @throws ConfigError with every fault of it, by line
 */
export async function readPromises(
  folder: string,
  names: Names,
  measures: readonly string[] | null = null,
): Promise<Promised[] | null> {
  const file = await readYaml(join(folder, 'promises.yaml'), 'procedure/promises.yaml')
  if (file === null) return null
  const { promises } = checked(promisesFile, file.data, file.fault)
  const faults = faultsOf(file, promises, names, measures)
  if (faults.length > 0) throw new ConfigError(faults)
  return promises
    .filter(({ on }) => on)
    .map(({ on, sentence, ...kept }) => ({ ...kept, sentence: fillPlain(sentence, names) }))
    .sort((a, b) => a.order - b.order)
}
