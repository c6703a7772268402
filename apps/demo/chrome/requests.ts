import type { Browser, CDPSession } from 'puppeteer';

/** A page, a worker or a service worker that can be asked through DevTools. */
export interface Target {
  readonly kind: string;
  readonly url: string;
  readonly session: CDPSession;
}

/** A request as it left. */
interface Sent {
  readonly url: string;
  /** The document or the worker's script that made it. */
  readonly by: string;
  /** Of its target. */
  readonly kind: string;
}

/** Everything that a browser asks for. */
export interface Watch {
  readonly sent: readonly Sent[];
  /** What is there now. */
  readonly targets: readonly Target[];
  /** Requests to another origin than that of who made them; those that the policy stopped never left. */
  foreign(): readonly string[];
}

const local = /^(blob|data|about|chrome|devtools):/;

function isForeign({ url, by }: Sent): boolean {
  return !local.test(url) && URL.canParse(by) && new URL(url).origin !== new URL(by).origin;
}

const attach = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true } as const;

/** Watches every target from before its first line runs: pages, their workers and theirs, and service workers. */
export async function watchRequests(browser: Browser): Promise<Watch> {
  const sent = new Map<string, Sent>();
  const targets = new Map<string, Target>();
  const listen = ({ kind, session, url: script }: Target) => {
    const key = (requestId: string) => `${session.id()} ${requestId}`;
    session.on('Network.requestWillBeSent', ({ requestId, request, documentURL }) => {
      // A redirect has the same id: both addresses count.
      const id = sent.has(key(requestId)) ? `${key(requestId)} ${request.url}` : key(requestId);
      sent.set(id, { url: request.url, by: documentURL || script, kind });
    });
    session.on('Network.webSocketCreated', ({ requestId, url }) => {
      sent.set(key(requestId), { url, by: script, kind });
    });
    session.on('Network.loadingFailed', ({ requestId, blockedReason }) => {
      if (blockedReason === 'csp') sent.delete(key(requestId));
    });
  };
  const follow = (parent: CDPSession) => {
    parent.on('Target.attachedToTarget', ({ sessionId, targetInfo: { type, url } }) => {
      const session = parent.connection()?.session(sessionId);
      if (!session) return;
      const target = { kind: type, url, session };
      targets.set(sessionId, target);
      listen(target);
      follow(session);
      for (const [method, params] of [
        ['Network.enable', undefined],
        ['Target.setAutoAttach', attach],
        ['Runtime.runIfWaitingForDebugger', undefined],
      ] as const)
        session.send(method, params as undefined).catch(() => undefined); // a target that went away meanwhile
    });
    parent.on('Target.detachedFromTarget', ({ sessionId }) => targets.delete(sessionId));
  };
  const root = await browser.target().createCDPSession();
  follow(root);
  await root.send('Target.setAutoAttach', attach);
  return {
    get sent() {
      return [...sent.values()];
    },
    get targets() {
      return [...targets.values()];
    },
    foreign: () => [...sent.values()].filter(isForeign).map(({ kind, url }) => `${kind}: ${url}`),
  };
}
