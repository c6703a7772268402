/** What the page may do and whom it may ask: in the page, from the server, and from the service worker alike. */
const rules = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'connect-src': "'self' blob: data:",
  'img-src': "'self' blob: data:",
  'font-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
} as const;

/** The content security policy: nothing leaves the machine, since only the page's own server may be asked. */
export const policy: string = Object.entries(rules)
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ');

/**
 * Cross-origin isolation: a clock of 5 µs instead of 0.1 ms, and shared memory for workers. Where the server does not
 * send these, the service worker does, from the second visit on.
 */
export const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;
