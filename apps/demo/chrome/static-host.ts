import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
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
  /** Goes away, connections and all: what being offline means to a page. */
  stop(): Promise<void>;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** Serves the built site below `folder`, such as `tools/roentgen/`. */
export async function serveStatic(folder: string): Promise<StaticHost> {
  const asked: string[] = [];
  const replaced = new Map<string, string>();
  const server = createServer(({ url = '/' }, response) => {
    const path = new URL(url, 'http://here').pathname;
    asked.push(path);
    const file = path.slice(folder.length + 1) || 'index.html';
    try {
      if (!path.startsWith(`/${folder}`)) throw new Error('not of the site');
      const content = replaced.get(file) ?? readFileSync(built + file);
      response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
      response.end(content);
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
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** A file of the built site as text. */
export const builtText = (file: string): string => readFileSync(built + file, 'utf8');
