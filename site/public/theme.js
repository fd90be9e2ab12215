// Runs before the first paint: the reader's choice of light or dark, kept on this device.
;(() => {
  const root = document.documentElement
  const read = () => {
    try {
      return localStorage.getItem('scheme')
    } catch {
      return null
    }
  }
  const keep = (scheme) => {
    try {
      localStorage.setItem('scheme', scheme)
    } catch {}
  }
  const chosen = read()
  if (chosen === 'light' || chosen === 'dark') root.dataset.scheme = chosen
  root.dataset.script = 'on'

  const isDark = () =>
    root.dataset.scheme ? root.dataset.scheme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches

  addEventListener('DOMContentLoaded', () => {
    const button = document.querySelector('[data-scheme-switch]')
    if (!button) return
    const label = () => {
      button.textContent = isDark() ? 'Light colours' : 'Dark colours'
    }
    button.hidden = false
    label()
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', label)
    button.addEventListener('click', () => {
      root.dataset.scheme = isDark() ? 'light' : 'dark'
      keep(root.dataset.scheme)
      label()
      document.dispatchEvent(new Event('schemechange'))
    })
  })
})()
