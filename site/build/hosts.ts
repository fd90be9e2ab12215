/** The headers of a site as the common hosts of static files read them, each from a file of its own in the site. */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { lastingFolders } from '../../data/shared/lasting-folders.ts'
import type { Audience } from '../navigation.ts'
import { cachingOf, headersOf, isProtected, mediaTypes } from './headers.ts'

/** A file or folder in the root of a site. */
export type Entry = { name: string; isFolder: boolean }

const pathOf = ({ name, isFolder }: Entry): string => {
  if (name === 'index.html') return ''
  return isFolder ? `${name}/*` : name
}

/**
 * `_headers` (Netlify, Cloudflare Pages). Rules that fit the same path add up there, so each says how long what stands
 * in the root may be kept for itself alone.
 */
export const underscoreHeaders = (audience: Audience, base: string, entries: readonly Entry[]): string => {
  const rule = (path: string, headers: Readonly<Record<string, string>>): string =>
    [`${base}${path}`, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n')
  const caching = entries.map((entry) =>
    rule(pathOf(entry), { 'Cache-Control': cachingOf(audience, lastingFolders.includes(entry.name)) }),
  )
  return `${[rule('*', headersOf(audience)), ...caching].join('\n\n')}\n`
}

/** `.htaccess` (Apache with mod_headers, and AllowOverride FileInfo). */
export const htaccess = (audience: Audience, base: string): string => {
  const lasting = `%{REQUEST_STATUS} in {'200', '206', '304'} && %{REQUEST_URI} =~ m#^${base}(?:${lastingFolders.join('|')})/#`
  return [
    ...Object.entries(mediaTypes).map(([ending, type]) => `AddType '${type}' ${ending}`),
    ...Object.entries(headersOf(audience)).map(([name, value]) => `Header always set ${name} "${value}"`),
    `Header always set Cache-Control "${cachingOf(audience, false)}"`,
    `Header always set Cache-Control "${cachingOf(audience, true)}" "expr=${lasting}"`,
    '',
  ].join('\n')
}

/** `staticwebapp.config.json` (Azure Static Web Apps). A protected site is for those who were given the role of its name. */
export const azureConfig = (audience: Audience, base: string): string => {
  const who = isProtected(audience) ? { allowedRoles: [audience] } : {}
  const lasting = lastingFolders.map((name) => ({
    route: `${base}${name}/*`,
    headers: { 'Cache-Control': cachingOf(audience, true) },
    ...who,
  }))
  const config = {
    globalHeaders: { ...headersOf(audience), 'Cache-Control': cachingOf(audience, false) },
    mimeTypes: mediaTypes,
    routes: [...lasting, ...(isProtected(audience) ? [{ route: '/*', ...who }] : [])],
    ...(isProtected(audience)
      ? { responseOverrides: { 401: { statusCode: 302, redirect: '/.auth/login/aad' } } }
      : {}),
  }
  return `${JSON.stringify(config, null, 2)}\n`
}

/** The integration that writes them. `base` is the address that the site stands at: `/` or `/base/`. */
export const filesForHosts = (audience: Audience, base = '/'): AstroIntegration => ({
  name: 'files-for-hosts',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const site = fileURLToPath(dir)
      const root = `${base.replace(/\/$/, '')}/`
      const entries = readdirSync(site, { withFileTypes: true })
        .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
        .sort((one, other) => one.name.localeCompare(other.name))
      writeFileSync(join(site, '_headers'), underscoreHeaders(audience, root, entries))
      writeFileSync(join(site, '.htaccess'), htaccess(audience, root))
      writeFileSync(join(site, 'staticwebapp.config.json'), azureConfig(audience, root))
    },
  },
})
