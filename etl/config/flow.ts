import { join } from 'node:path'
import { z } from 'zod'
import { type Flow, flow } from '../../data/contract.ts'
import { ConfigError } from './errors.ts'
import { flowFaults } from './flow-faults.ts'
import { checked } from './shape.ts'
import { fillPlain, type Names } from './words-names.ts'
import { readYaml } from './yaml-file.ts'

const short = (most: number) => z.string().trim().min(1).max(most)

/** As written: a node with `text` and `who`, an edge whose label may be left out. */
const flowFile = z.strictObject({
  nodes: z
    .array(
      flow.shape.nodes.element.extend({
        id: z
          .string()
          .regex(/^[a-z][a-z0-9-]*$/, 'write lower-case letters, digits and hyphens, such as no-need'),
        text: short(160),
        who: short(40),
      }),
    )
    .min(1),
  edges: z.array(flow.shape.edges.element.extend({ label: short(24).nullable().default(null) })),
})

/**
 * The flow of a folder, names in braces filled in; null where it has no flow.yaml.
 * @throws ConfigError with every fault of it, by line
 */
export async function readFlow(folder: string, names: Names): Promise<Flow | null> {
  const file = await readYaml(join(folder, 'flow.yaml'), 'procedure/flow.yaml')
  if (file === null) return null
  const written = checked(flowFile, file.data, file.fault)
  const faults = flowFaults(written, names, file.fault)
  if (faults.length > 0) throw new ConfigError(faults)
  return {
    nodes: written.nodes.map(({ id, text, who }) => ({
      id,
      text: fillPlain(text, names),
      who: fillPlain(who, names),
    })),
    edges: written.edges,
  }
}
