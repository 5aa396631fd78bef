import { hash } from 'node:crypto';

/** Where a key stood first, and whether what stood there is the same. */
export interface FirstSeen {
  readonly row: number;
  readonly same: boolean;
}

/**
 * Remembers the keys of a file: 20 bytes for each, whatever its length, so that a million take 40 MB at the most. Two keys pass
 * for one only where 64 bits of SHA-256 are the same.
 */
export class SeenKeys {
  #keys = new BigUint64Array(1 << 12);
  #contents = new BigUint64Array(1 << 12);
  #rows = new Uint32Array(1 << 12);
  #count = 0;

  /** Notes the key; tells where it stood before, if it did. */
  note(key: string, content: string, row: number): FirstSeen | undefined {
    if (this.#count * 2 >= this.#keys.length) this.#grow();
    const [keyHash, contentHash] = [hashOf(key), hashOf(content)];
    const slot = this.#slotOf(keyHash);
    if (this.#keys[slot] === keyHash) return { row: this.#rows[slot] ?? 0, same: this.#contents[slot] === contentHash };
    this.#put(slot, keyHash, contentHash, row);
    this.#count += 1;
    return undefined;
  }

  #slotOf(key: bigint): number {
    const mask = this.#keys.length - 1;
    let slot = Number(key & BigInt(mask));
    while (this.#keys[slot] !== 0n && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #put(slot: number, key: bigint, content: bigint, row: number): void {
    this.#keys[slot] = key;
    this.#contents[slot] = content;
    this.#rows[slot] = row;
  }

  #grow(): void {
    const [keys, contents, rows] = [this.#keys, this.#contents, this.#rows];
    this.#keys = new BigUint64Array(keys.length * 2);
    this.#contents = new BigUint64Array(keys.length * 2);
    this.#rows = new Uint32Array(keys.length * 2);
    keys.forEach((key, index) => {
      if (key !== 0n) this.#put(this.#slotOf(key), key, contents[index] ?? 0n, rows[index] ?? 0);
    });
  }
}

/** Never 0, which marks an empty slot. */
function hashOf(text: string): bigint {
  return hash('sha256', text, 'buffer').readBigUInt64LE(0) | 1n;
}
