import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CommandRefused } from '../command-refused.js';

/** A source as a file that can be read twice: itself where it is one; what comes by standard input or from an address is kept in the folder first. @throws CommandRefused */
export async function localSource(source: string, folder: string): Promise<string> {
  if (source === '-') return keep(process.stdin, folder);
  if (/^https?:\/\//.test(source)) return keep(await fetched(source), folder);
  const path = resolve(source);
  await access(path).catch(() => {
    throw new CommandRefused(`There is no file ${path} that can be read. Name a file, an address, or - for standard input.`);
  });
  return path;
}

/** SHA-256 of a file, hexadecimal. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function keep(stream: Readable, folder: string): Promise<string> {
  const path = join(folder, 'source');
  await pipeline(stream, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  return path;
}

async function fetched(address: string): Promise<Readable> {
  const response = await fetch(address).catch((error: Error & { cause?: { code?: string } }) => {
    throw new CommandRefused(`${address} does not answer (${error.cause?.code ?? error.message}). Nothing was taken in.`);
  });
  if (!response.ok || !response.body) throw new CommandRefused(`${address} answered ${response.status}. Nothing was taken in.`);
  return Readable.fromWeb(response.body as never);
}
