import { createHash } from 'node:crypto';
import type { KnownOperation } from './known-operation.js';

/** The name under which is counted what has no room of its own: a party's further clients, and its further operations. */
export const other = 'other';

/** By what operations of a kind begin; what else they rely on is as good as asked. */
const kinds: Readonly<Record<string, KnownOperation['kind']>> = { Mutation: 'mutation', Subscription: 'subscription' };

/** One coordinate on which operations rely that found no room, as an operation of its own: who asks it stays known, and not with what. */
export function useOfCoordinate(coordinate: string): KnownOperation {
  return { hash: createHash('sha256').update(`${other}\n${coordinate}`).digest('hex'), name: other, kind: kinds[coordinate.split('.')[0] ?? ''] ?? 'query', signature: null, coordinates: [coordinate] };
}

/** Whether an operation is one that stands for a coordinate. */
export function isUseOfCoordinate({ hash, name, coordinates: [coordinate] }: KnownOperation): boolean {
  return name === other && coordinate !== undefined && hash === useOfCoordinate(coordinate).hash;
}
