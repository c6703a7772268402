/** Times of named stages, added up; those below a millisecond are left out. */
export interface Clock {
  /** Runs `work` and books its time under `stage`. */
  time<T>(stage: string, work: () => T | Promise<T>): Promise<T>;
  readonly times: readonly { readonly stage: string; readonly ms: number }[];
}

export function createClock(): Clock {
  const booked = new Map<string, number>();
  return {
    async time(stage, work) {
      const start = performance.now();
      try {
        return await work();
      } finally {
        booked.set(stage, (booked.get(stage) ?? 0) + performance.now() - start);
      }
    },
    get times() {
      return [...booked].filter(([, ms]) => ms >= 1).map(([stage, ms]) => ({ stage, ms }));
    },
  };
}
