import { setTimeout as delay } from 'node:timers/promises';
import { request } from 'undici';

/** Milliseconds that a process gives the registry to hear that it stops: nobody's stop waits longer for that, nor for the issuer of its token. */
const patience = 1_000;

/**
 * Tells the registry that this process of a service stops, so that it is not told to run any more. Where the registry does not hear it, the process drops
 * out as one does that was killed.
 */
export async function leaveRegistry(registryUrl: string, token: () => Promise<string>, instance: string): Promise<void> {
  const tell = async () => {
    const { body } = await request(new URL(`/registry/running/${instance}`, registryUrl), {
      method: 'DELETE',
      headers: { authorization: `Bearer ${await token()}` },
      signal: AbortSignal.timeout(patience),
    });
    await body.dump();
  };
  // It may be away, or stop itself.
  await Promise.race([tell().catch(() => undefined), delay(patience, undefined, { ref: false })]);
}
