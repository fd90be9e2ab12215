/** A published file with one field too many, in each of its objects in turn. */

type Json = unknown

const isObject = (value: Json): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every copy of `value` in which one object, of those of each kind of place, has a field that nobody asked for. */
export function* spoilt(
  value: Json,
  path = '',
  seen = new Set<string>(),
): Generator<{ path: string; value: Json }> {
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries())
      for (const one of spoilt(item, `${path}[]`, seen))
        yield { path: one.path, value: value.with(at, one.value) }
    return
  }
  if (!isObject(value)) return
  if (!seen.has(path)) {
    seen.add(path)
    yield { path, value: { ...value, 'Caller name': 'Jane Smith' } }
  }
  for (const [key, item] of Object.entries(value))
    for (const one of spoilt(item, `${path}.${key}`, seen))
      yield { path: one.path, value: { ...value, [key]: one.value } }
}
