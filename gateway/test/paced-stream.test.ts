import { once } from 'node:events';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { PacedStream } from '../src/paced-stream.js';

const pace = { bytes: 1_000, window: 50 };

it('a stream goes through whole to whoever reads it', async () => {
  const content = Buffer.alloc(1_000_000, 1);
  expect((await buffer(Readable.from([content]).pipe(new PacedStream(pace)))).equals(content)).toBe(true);
});

it('a stream that nobody reads on, or only drop by drop, is given up', async () => {
  for (const drops of [0, 1]) {
    const paced = Readable.from(Array.from({ length: 100 }, () => Buffer.alloc(100_000))).pipe(new PacedStream(pace));
    const dropping = setInterval(() => paced.read(drops), 5);
    const [error] = (await once(paced, 'error')) as [Error];
    clearInterval(dropping);
    expect(error.message).toContain('1000 bytes');
  }
});
