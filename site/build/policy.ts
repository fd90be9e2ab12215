/** What a page may load: Astro adds the hashes of its own scripts and styles. */
export const pagePolicy = [
  "default-src 'none'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
] as const
