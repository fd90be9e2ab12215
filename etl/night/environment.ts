/** An environment for other programs: none of them needs the key of the requesters. */
export function withoutSecret(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { ESCALATION_TRENDS_SECRET: _, ...rest } = environment
  return rest
}
