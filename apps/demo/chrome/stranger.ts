import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CDPSession } from 'puppeteer';

/** Another host, which would answer anybody and let every origin read it. */
export interface Stranger extends AsyncDisposable {
  readonly url: string;
  /** What has reached it: connections, and what they asked for. */
  readonly heard: readonly string[];
}

/** Starts a host that nobody may reach. */
export async function startStranger(): Promise<Stranger> {
  const heard: string[] = [];
  const server = createServer(({ url }, response) => {
    heard.push(`request ${url}`);
    const open = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };
    response.writeHead(200, { ...open, 'Content-Type': 'text/javascript' }).end('export {};');
  });
  server.on('connection', () => heard.push('connection'));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    heard,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What became of attempts to reach a host, and the directives that the policy named. */
export interface Attempts {
  readonly outcome: Readonly<Record<string, 'reached' | 'refused' | 'silent'>>;
  readonly heard: readonly string[];
}

/**
 * Tries to reach a host from inside of a page or a worker, in every way that there is. As text: what runs in a page as a
 * function has its `import()` rewritten on the way.
 */
const attempts = (address: string) => `(async () => {
  const url = ${JSON.stringify(address)};
  const heard = [];
  addEventListener('securitypolicyviolation', ({ effectiveDirective }) => heard.push(effectiveDirective));
  const settle = async (work) => {
    const late = new Promise((resolve) => setTimeout(resolve, 60000, 'silent'));
    const tried = (async () => work())().then(() => 'reached', () => 'refused');
    return Promise.race([tried, late]);
  };
  const ways = {
    fetch: () => fetch(url + 'fetch', { mode: 'no-cors' }),
    socket: () => new Promise((resolve, reject) => {
      const socket = new WebSocket(url.replace('http', 'ws'));
      Object.assign(socket, { onopen: resolve, onerror: reject });
    }),
    import: () => import(url + 'import.js'),
  };
  if ('document' in globalThis) ways.image = () => new Promise((resolve, reject) => {
    Object.assign(new Image(), { onload: resolve, onerror: reject, src: url + 'image.png' });
  });
  const outcome = {};
  for (const [name, way] of Object.entries(ways)) outcome[name] = await settle(way);
  // The policy's events come after what it refuses; a way that was not refused has none.
  const refused = Object.values(outcome).some((each) => each === 'refused');
  for (const end = Date.now() + 30000; refused && heard.length === 0 && Date.now() < end; )
    await new Promise((resolve) => setTimeout(resolve, 50));
  return { outcome, heard: [...new Set(heard)].sort() };
})()`;

/** The address of a page, or of a worker's script. */
export async function whereIs(session: CDPSession): Promise<string> {
  const { result } = await session.send('Runtime.evaluate', { expression: 'location.href' });
  return String(result.value);
}

/** Has a page or a worker try to reach a host. */
export async function tryToReach(session: CDPSession, address: string): Promise<Attempts> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: attempts(address),
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return result.value as Attempts;
}
