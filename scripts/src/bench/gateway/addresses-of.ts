import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** The addresses of the shop's subgraphs, which it prints when they listen. */
export async function addressesOf(shop: ChildProcess): Promise<Record<string, string>> {
  if (!shop.stdout) throw new Error('The shop has no output.');
  const [line] = (await once(shop.stdout, 'data')) as [Buffer];
  return JSON.parse(line.toString('utf8')) as Record<string, string>;
}
