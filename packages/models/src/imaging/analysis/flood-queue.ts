/** Room for ages below one level's keys; ranks stay below 2^24, so that keys are whole numbers below 2^53. */
const ages = 2 ** 29;

/**
 * A binary heap in typed arrays. Which of two entries of equal key (only seeds of one level have that) comes first
 * follows from the sifting alone, so the textbook order is kept: swap while strictly smaller.
 */
class BinaryHeap {
  size = 0;
  #keys = new Float64Array(1024);
  #pairs = new Int32Array(2048);

  push(key: number, index: number, label: number): void {
    if (this.size === this.#keys.length) this.#grow();
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!(key < this.#keys[parent]!)) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#set(at, key, index, label);
  }

  /** The key of the first entry, which `into` then holds. */
  pop(into: { index: number; label: number }): number {
    const first = this.#keys[0]!;
    into.index = this.#pairs[0]!;
    into.label = this.#pairs[1]!;
    this.size--;
    if (this.size > 0) this.#sink(this.#keys[this.size]!);
    return first;
  }

  /** Lets the last entry, whose key this is, sink from the top. */
  #sink(key: number): void {
    const [keys, last] = [this.#keys, this.size];
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= last) break;
      const right = left + 1;
      let first = keys[left]! < key ? left : at;
      if (right < last && keys[right]! < (first === at ? key : keys[left]!)) first = right;
      if (first === at) break;
      this.#move(first, at);
      at = first;
    }
    this.#move(last, at);
  }

  #move(from: number, to: number): void {
    this.#set(to, this.#keys[from]!, this.#pairs[2 * from]!, this.#pairs[2 * from + 1]!);
  }

  #set(at: number, key: number, index: number, label: number): void {
    this.#keys[at] = key;
    this.#pairs[2 * at] = index;
    this.#pairs[2 * at + 1] = label;
  }

  #grow(): void {
    const keys = new Float64Array(2 * this.#keys.length);
    keys.set(this.#keys);
    this.#keys = keys;
    const pairs = new Int32Array(2 * this.#pairs.length);
    pairs.set(this.#pairs);
    this.#pairs = pairs;
  }
}

/**
 * Gives the lowest level first and, among equal levels, the oldest entry, for levels 0, 1, 2 and so on, if nothing is
 * pushed below the level that was given last. Seeds are older than everything else; where several of a level may come
 * in any order, theirs is the one in which a binary heap of all that waits gives them, which is scikit-image's. While
 * such seeds wait, everything goes through a heap; from then on ages only grow, and a line per level is enough.
 */
export class FloodQueue {
  /** The entry given last: a pixel, the label that reached it, its level, and whether it is a seed. */
  index = 0;
  label = 0;
  level = 0;
  seed = false;
  readonly #heap = new BinaryHeap();
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  /** Entries of the lines, three numbers each: pixel, label, and where the next one of its line begins. */
  #entries: Int32Array;
  #used = 3; // an entry at 0 would look like none
  #waiting = 0;
  #seeds = 0;
  #age = 0;

  constructor(levels: number, capacity = 1024) {
    this.#first = new Int32Array(levels);
    this.#last = new Int32Array(levels);
    this.#entries = new Int32Array(3 * capacity + 3);
  }

  get size(): number {
    return this.#waiting + this.#heap.size;
  }

  /** Whether there are seeds whose place among others decides, so that everything passes through the heap. */
  get seedsWait(): boolean {
    return this.#seeds > 0;
  }

  /** A seed whose place among others of its level does not matter. Comes before all pushes. */
  plant(level: number, index: number, label: number): void {
    this.#append(level, index, label);
  }

  /** A seed that has its place by the heap. Comes before all pushes. */
  plantInHeap(level: number, index: number, label: number): void {
    this.#seeds++;
    this.#heap.push(level * ages, index, label);
  }

  push(level: number, index: number, label: number): void {
    if (this.#seeds > 0) this.#heap.push(level * ages + ++this.#age, index, label);
    else this.#append(level, index, label);
  }

  /** Takes the next entry into `index`, `label`, `level` and `seed`. There has to be one. */
  next(): void {
    if (this.#seeds > 0) this.#fromHeap();
    else this.#fromLine();
  }

  #fromHeap(): void {
    const key = this.#heap.pop(this);
    this.level = Math.floor(key / ages);
    this.seed = key % ages === 0;
    if (this.seed && --this.#seeds === 0) this.#settle();
  }

  /** The last seed is out: the rest of the heap goes into lines. */
  #settle(): void {
    const [level, at] = [this.level, { index: 0, label: 0 }];
    while (this.#heap.size > 0) {
      const key = this.#heap.pop(at);
      this.#append(Math.floor(key / ages), at.index, at.label);
    }
    this.level = level;
  }

  #fromLine(): void {
    let level = this.level;
    while (this.#first[level] === 0) level++;
    const at = this.#first[level]!;
    const entries = this.#entries;
    this.#first[level] = entries[at + 2]!;
    this.index = entries[at]!;
    this.label = entries[at + 1]!;
    this.level = level;
    this.seed = false;
    this.#waiting--;
  }

  #append(level: number, index: number, label: number): void {
    const at = this.#used;
    if (at === this.#entries.length) this.#grow();
    const entries = this.#entries;
    entries[at] = index;
    entries[at + 1] = label;
    entries[at + 2] = 0;
    if (this.#first[level] === 0) this.#first[level] = at;
    else entries[this.#last[level]! + 2] = at;
    this.#last[level] = at;
    this.#used = at + 3;
    this.#waiting++;
  }

  #grow(): void {
    const entries = new Int32Array(2 * this.#entries.length);
    entries.set(this.#entries);
    this.#entries = entries;
  }
}
