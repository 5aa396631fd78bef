import { join } from 'node:path';
import { keyFile, type KeyFile } from '@hub/kernel/identity/key-file.js';

/** The key by which the registry signs what it publishes; kept with the hub's data, made at first start. */
export function registryKey(dataDir: string): KeyFile {
  return keyFile(join(dataDir, 'registry-key.json'));
}
