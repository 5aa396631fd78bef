import { once } from 'node:events';
import { getPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';

it.runIf(process.platform === 'linux')('a thread that comes after requests has a lower priority than those that answer them, and leaves theirs as it was', async () => {
  const before = getPriority();
  const built = new URL('../../dist/checking/after-requests.js', import.meta.url).href;
  const text = `import { comeAfterRequests } from ${JSON.stringify(built)};
    import { getPriority } from 'node:os';
    import { parentPort } from 'node:worker_threads';
    comeAfterRequests();
    parentPort.postMessage(getPriority());`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(text)}`), { execArgv: [] });
  const [priority] = (await once(worker, 'message')) as [number];
  await worker.terminate();
  // Who runs this may have a lower priority already; a higher number is a lower one.
  expect(priority).toBeGreaterThanOrEqual(10);
  expect(getPriority()).toBe(before);
});
