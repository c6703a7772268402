/** What waits to be flooded: a pixel, the level it floods at, when it was found, and the seed pixel it came from. */
export interface Waiting {
  level: number;
  age: number;
  index: number;
  source: number;
}

/** A queue that gives the lowest level first and, among equal levels, the oldest entry. */
export interface FloodQueue {
  readonly size: number;
  push(level: number, age: number, index: number, source: number): void;
  /** Copies the first entry into `into` and removes it. */
  pop(into: Waiting): void;
}

/**
 * A binary heap in typed arrays. Which of two entries of equal level and age (only seeds have that) comes first
 * follows from the sifting alone, so the textbook order is kept: swap while strictly smaller.
 */
class BinaryHeap implements FloodQueue {
  size = 0;
  #level: Float64Array;
  #rest: Int32Array;

  constructor(capacity: number) {
    this.#level = new Float64Array(capacity);
    this.#rest = new Int32Array(3 * capacity);
  }

  push(level: number, age: number, index: number, source: number): void {
    if (this.size === this.#level.length) this.#grow();
    let at = this.size++;
    this.#set(at, level, age, index, source);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#before(at, parent)) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  pop(into: Waiting): void {
    into.level = this.#level[0]!;
    into.age = this.#rest[0]!;
    into.index = this.#rest[1]!;
    into.source = this.#rest[2]!;
    this.size--;
    if (this.size === 0) return;
    this.#swap(0, this.size);
    this.#sink();
  }

  #sink(): void {
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= this.size) return;
      let first = this.#before(left, at) ? left : at;
      if (left + 1 < this.size && this.#before(left + 1, first)) first = left + 1;
      if (first === at) return;
      this.#swap(at, first);
      at = first;
    }
  }

  #before(i: number, j: number): boolean {
    const [a, b] = [this.#level[i]!, this.#level[j]!];
    return a === b ? this.#rest[3 * i]! < this.#rest[3 * j]! : a < b;
  }

  #set(at: number, level: number, age: number, index: number, source: number): void {
    this.#level[at] = level;
    this.#rest[3 * at] = age;
    this.#rest[3 * at + 1] = index;
    this.#rest[3 * at + 2] = source;
  }

  #swap(i: number, j: number): void {
    const level = this.#level[i]!;
    this.#level[i] = this.#level[j]!;
    this.#level[j] = level;
    for (let k = 0; k < 3; k++) {
      const held = this.#rest[3 * i + k]!;
      this.#rest[3 * i + k] = this.#rest[3 * j + k]!;
      this.#rest[3 * j + k] = held;
    }
  }

  #grow(): void {
    const level = new Float64Array(2 * this.#level.length);
    level.set(this.#level);
    this.#level = level;
    const rest = new Int32Array(2 * this.#rest.length);
    rest.set(this.#rest);
    this.#rest = rest;
  }
}

/** A queue for any levels. */
export function heapQueue(capacity = 1024): FloodQueue {
  return new BinaryHeap(capacity);
}

/** Entries of one level in the order they came. */
class Line {
  #pairs = new Int32Array(1024);
  #head = 0;
  #tail = 0;

  get empty(): boolean {
    return this.#head === this.#tail;
  }

  push(index: number, source: number): void {
    if (this.#tail === this.#pairs.length) this.#makeRoom();
    this.#pairs[this.#tail++] = index;
    this.#pairs[this.#tail++] = source;
  }

  pop(into: Waiting): void {
    into.index = this.#pairs[this.#head++]!;
    into.source = this.#pairs[this.#head++]!;
  }

  /** Moves what is left to the front; only if that frees less than half, the array doubles. */
  #makeRoom(): void {
    const left = this.#pairs.subarray(this.#head, this.#tail);
    const crowded = left.length > this.#pairs.length / 2;
    const next = crowded ? new Int32Array(2 * this.#pairs.length) : this.#pairs;
    if (crowded) next.set(left);
    else next.copyWithin(0, this.#head, this.#tail);
    this.#pairs = next;
    this.#tail -= this.#head;
    this.#head = 0;
  }
}

/**
 * The same order as the heap's for levels 0, 1, 2 and so on, in constant time an entry. Seeds all have age 0, so that
 * their order is the heap's own; they pass through one. From then on ages only grow, and a line per level is enough.
 */
class LevelQueue implements FloodQueue {
  readonly #lines: readonly Line[];
  readonly #heap = new BinaryHeap(1024);
  #seeds = 0;
  #waiting = 0;
  #lowest = 0;

  constructor(levels: number) {
    this.#lines = Array.from({ length: levels }, () => new Line());
  }

  get size(): number {
    return this.#heap.size + this.#waiting;
  }

  push(level: number, age: number, index: number, source: number): void {
    if (age === 0) this.#seeds++;
    if (this.#seeds > 0 || this.#heap.size > 0) this.#heap.push(level, age, index, source);
    else this.#queue(level, index, source);
  }

  pop(into: Waiting): void {
    if (this.#heap.size === 0) {
      this.#next(into);
      return;
    }
    this.#heap.pop(into);
    if (into.age === 0 && --this.#seeds === 0) this.#settle();
  }

  #settle(): void {
    const at: Waiting = { level: 0, age: 0, index: 0, source: 0 };
    while (this.#heap.size > 0) {
      this.#heap.pop(at);
      this.#queue(at.level, at.index, at.source);
    }
  }

  #queue(level: number, index: number, source: number): void {
    this.#lines[level]!.push(index, source);
    if (level < this.#lowest) this.#lowest = level;
    this.#waiting++;
  }

  #next(into: Waiting): void {
    while (this.#lines[this.#lowest]!.empty) this.#lowest++;
    this.#lines[this.#lowest]!.pop(into);
    into.level = this.#lowest;
    this.#waiting--;
  }
}

/** A queue for pictures whose levels are the whole numbers below `levels`. */
export function levelQueue(levels: number): FloodQueue {
  return new LevelQueue(levels);
}
