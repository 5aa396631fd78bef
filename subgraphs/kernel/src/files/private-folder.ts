import { chmodSync, mkdirSync } from 'node:fs';

/** Makes a folder that nobody but the user of the hub may enter, or closes one that is there. */
export function privateFolder(path: string): void {
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o700);
}
