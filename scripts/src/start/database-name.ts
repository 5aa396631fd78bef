import type { Owner } from '@hub/prisma/owner.js';

/** Name of an owner's database on the embedded server. */
export function databaseName(owner: Owner): string {
  return `hub_${owner.replaceAll('-', '_')}`;
}
