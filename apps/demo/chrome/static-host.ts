import { readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../dist/site/', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** A server that knows nothing of the site: no headers of its own, and a folder somewhere below its root. */
export interface StaticHost extends AsyncDisposable {
  /** Of the site's folder, ending in a slash. */
  readonly url: string;
  /** Paths that were asked for, below the root. */
  readonly asked: string[];
  /** Files that were replaced since the build: another version of the site. */
  readonly replaced: Map<string, string>;
  /** Files of which no more than the first half comes in, for as long as they match this. */
  readonly drip: { of: RegExp | null };
  /** Paths of which the client hung up before all had come. */
  readonly cut: string[];
  /** Goes away, connections and all: what being offline means to a page. */
  stop(): Promise<void>;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** Sends a file; with `slow`, the first half in small pieces, and then nothing more. */
function send(response: ServerResponse, content: Buffer, slow: boolean): void {
  if (!slow) return void response.end(content);
  let at = 0;
  const timer = setInterval(() => {
    const piece = content.subarray(at, Math.min(at + 4096, content.length / 2));
    at += piece.length;
    if (piece.length > 0) response.write(piece);
  }, 10);
  response.on('close', () => clearInterval(timer));
}

/** Serves the built site below `folder`, such as `tools/roentgen/`. */
export async function serveStatic(folder: string): Promise<StaticHost> {
  const asked: string[] = [];
  const replaced = new Map<string, string>();
  const drip: StaticHost['drip'] = { of: null };
  const cut: string[] = [];
  const server = createServer(({ url = '/' }, response) => {
    const path = new URL(url, 'http://here').pathname;
    asked.push(path);
    const file = path.slice(folder.length + 1) || 'index.html';
    try {
      if (!path.startsWith(`/${folder}`)) throw new Error('not of the site');
      const content = Buffer.from(replaced.get(file) ?? readFileSync(built + file));
      response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
      response.on('close', () => response.writableFinished || cut.push(path));
      send(response, content, drip.of?.test(file) === true);
    } catch {
      response.writeHead(404).end();
    }
  });
  const port = await listen(server);
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    url: `http://127.0.0.1:${port}/${folder}`,
    asked,
    replaced,
    drip,
    cut,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** A file of the built site as text. */
export const builtText = (file: string): string => readFileSync(built + file, 'utf8');
