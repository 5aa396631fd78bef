import { readFile } from 'node:fs/promises';

const longestWait = 10_000;

/**
 * The text of a file, or what an address (http, https) answers.
 * @throws Error that says why it cannot be had
 */
export async function readFileOrAddress(place: string): Promise<string> {
  if (!/^https?:\/\//.test(place)) return readFile(place, 'utf8');
  const response = await fetch(place, { signal: AbortSignal.timeout(longestWait) });
  if (!response.ok) throw new Error(`it answers ${response.status}`);
  return response.text();
}
