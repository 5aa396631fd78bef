import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a file that only its owner may read, unless it is there; of several processes at once, one makes it and all use it. */
export async function createSecretFile(path: string, content: () => Promise<string>): Promise<void> {
  if (await readFile(path).then(() => true, () => false)) return;
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}`;
  const file = await open(temporary, 'w', 0o600);
  await file.writeFile(await content());
  await file.sync();
  await file.close();
  // A link never replaces: what another process has made by it in the meantime stays good.
  await link(temporary, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(temporary);
}
