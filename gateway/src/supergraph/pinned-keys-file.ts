import { join } from 'node:path';

/** Where a gateway keeps the registry's keys that it has pinned. */
export function pinnedKeysFile(dataDir: string): string {
  return join(dataDir, 'gateway', 'registry-keys.json');
}
