/**
 * The chance that a number of Student's distribution of so many degrees of freedom, whole and above 0, lies as far from 0
 * as `t` or farther: the finite series of its integral (Abramowitz and Stegun 1964, 26.7.3 and 26.7.4).
 */
export function studentBeyond(t: number, freedom: number): number {
  const angle = Math.atan(Math.abs(t) / Math.sqrt(freedom))
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)]
  const isOdd = freedom % 2 === 1
  let term = isOdd ? cosine : 1
  let sum = freedom === 1 ? 0 : term
  for (let power = isOdd ? 1 : 0; power + 2 <= freedom - 2; power += 2) {
    term *= (cosine ** 2 * (power + 1)) / (power + 2)
    sum += term
  }
  const within = isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum
  return Math.max(0, 1 - within)
}
