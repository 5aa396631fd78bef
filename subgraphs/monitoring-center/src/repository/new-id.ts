import { randomUUID } from 'node:crypto';

/** An id for rows that are written without Prisma: a UUID of version 7, as Prisma makes them (RFC 9562 §5.7). All but its time is of a random one, of which Node keeps a store. */
export function newId(at: Date): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
