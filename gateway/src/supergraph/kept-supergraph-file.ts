import { join } from 'node:path';

/** Where a gateway keeps the last good supergraph that it served: a file is there from its first start on. */
export function keptSupergraphFile(dataDir: string): string {
  return join(dataDir, 'gateway', 'supergraph.json');
}
