/** Reads apt's lists of sources, in both of their formats (sources.list(5)). */

/** @typedef {import('./plan.mjs').AptSource} AptSource */

/**
 * @param {string} name of the file; the ending tells the format
 * @param {string} text
 * @returns {AptSource[]} the sources of binary packages
 */
export function parseSources(name, text) {
  return name.endsWith('.sources')
    ? text.split(/\n\s*\n/).flatMap(stanza)
    : text.split('\n').flatMap(oneLine);
}

/**
 * `deb [option=value] URI suite component...`
 * @param {string} line
 * @returns {AptSource[]}
 */
function oneLine(line) {
  const match = /^\s*deb\s+(?:\[([^\]]*)\]\s*)?(\S+)\s+(\S+)([^#]*)/.exec(line);
  if (match === null) return [];
  const [, options = '', uri = '', suite = '', components = ''] = match;
  const signedBy = /signed-by=(\S+)/.exec(options)?.[1] ?? null;
  return [{ uri, suites: [suite], components: words(components), signedBy }];
}

/**
 * A paragraph of fields, RFC 822 style.
 * @param {string} text
 * @returns {AptSource[]}
 */
function stanza(text) {
  const lines = text.split('\n').filter((line) => !line.startsWith('#'));
  const field = (/** @type {string} */ key) =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${key}:`))
      ?.slice(key.length + 1)
      .trim() ?? '';
  if (!words(field('types')).includes('deb') || field('enabled') === 'no') return [];
  const [uri] = words(field('uris'));
  if (uri === undefined) return [];
  // A key written out in the file continues on lines of its own; only a path can be used again.
  const signedBy = field('signed-by').startsWith('/') ? field('signed-by') : null;
  return [{ uri, suites: words(field('suites')), components: words(field('components')), signedBy }];
}

/** @param {string} text */
function words(text) {
  return text.split(/\s+/).filter((word) => word !== '');
}
