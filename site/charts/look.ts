/** The style sheet's tokens as the canvas needs them: resolved for the scheme, or the system's own colours. */
import type { Look } from './input.ts'

const tokens = {
  ink: '--ink',
  muted: '--muted',
  rule: '--rule',
  accent: '--accent',
  paper: '--paper',
}

const resolved = (token: string, within: HTMLElement): string => {
  const probe = document.createElement('span')
  probe.style.color = `var(${token})`
  within.append(probe)
  const color = getComputedStyle(probe).color
  probe.remove()
  return color
}

/** Colours and type as they hold for an element now. */
export const lookOf = (element: HTMLElement): Look => {
  const color = (name: keyof typeof tokens): string => resolved(tokens[name], element)
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return {
    ink: color('ink'),
    muted: color('muted'),
    rule: color('rule'),
    accent: color('accent'),
    paper: color('paper'),
    font: getComputedStyle(element).fontFamily,
    fontSize: Math.round(rem * 0.8125),
    width: element.clientWidth,
    isForced: matchMedia('(forced-colors: active)').matches,
  }
}
