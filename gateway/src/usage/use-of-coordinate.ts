import { createHash } from 'node:crypto';
import type { KnownOperation } from './known-operation.js';

/** As what is counted that is told from the rest of its kind no more: a party's clients, and its operations. */
export const other = 'other';

/** One coordinate on which operations rely that found no room, as an operation of its own: who asks it stays known, and not with what. */
export function useOfCoordinate(coordinate: string): KnownOperation {
  return { hash: createHash('sha256').update(`${other}\n${coordinate}`).digest('hex'), name: other, kind: 'query', signature: null, coordinates: [coordinate] };
}

/** Whether an operation is one that stands for a coordinate. */
export function isUseOfCoordinate({ hash, name, coordinates: [coordinate] }: KnownOperation): boolean {
  return name === other && coordinate !== undefined && hash === useOfCoordinate(coordinate).hash;
}
