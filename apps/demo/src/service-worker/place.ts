/** What the service worker does with a request. */
export type Place =
  /** The page itself, whatever follows its `?`. */
  | { readonly kind: 'page' }
  /** A file of this build. */
  | { readonly kind: 'file'; readonly file: string }
  /** Another host: refused, since nothing here asks one. */
  | { readonly kind: 'foreign' }
  /** Of the same server, and not of this build: weights, another page. */
  | { readonly kind: 'other' };

/** Whose request it is. `scope`: the folder of the site, ending in a slash; `files`: what the build made, below it. */
export function placeOf(
  { url, method, mode }: Pick<Request, 'url' | 'method' | 'mode'>,
  scope: string,
  files: ReadonlySet<string>,
): Place {
  const asked = new URL(url);
  if (asked.origin !== new URL(scope).origin)
    return mode === 'navigate' ? { kind: 'other' } : { kind: 'foreign' };
  const path = asked.origin + asked.pathname;
  if (method !== 'GET' || !path.startsWith(scope)) return { kind: 'other' };
  const file = path.slice(scope.length);
  if (mode === 'navigate') return file === '' || file === 'index.html' ? { kind: 'page' } : { kind: 'other' };
  return files.has(file) ? { kind: 'file', file } : { kind: 'other' };
}
