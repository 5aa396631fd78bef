import { expect, it } from 'vitest';
import { refusedRowsOf } from './refused-rows-of.js';

it('begins before anything is read, so that headers leave at once', async () => {
  const never = () => new Promise<never>(() => undefined);
  expect(await refusedRowsOf({ run: {} as never, path: '/nowhere', page: never }).next()).toEqual({ done: false, value: '' });
});
