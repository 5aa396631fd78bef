import { join } from 'node:path';

/** Where a gateway keeps the last good supergraph that it served: a file is there from its first start on. */
export function keptSupergraphFile(dataDir: string, variant?: string): string {
  return join(dataDir, 'gateway', variant === undefined ? 'supergraph.json' : `supergraph-${variant}.json`);
}
