import type { PinnedKeys } from '@hub/kernel/identity/pinned-keys.js';
import type { DeliveredSupergraph } from './delivered-supergraph.js';

/** A supergraph that the registry's pinned keys did not sign; the message says what to do. */
export class SignatureRefused extends Error {
  override readonly name = 'SignatureRefused';
}

/** Sees that the registry has signed a supergraph, by the keys that are pinned here. @throws SignatureRefused */
export async function requireSigned(keys: PinnedKeys, { sdl, signature }: DeliveredSupergraph): Promise<void> {
  if (await keys.signed(sdl, signature)) return;
  throw new SignatureRefused(
    'The supergraph is refused: no key of the registry that is known here signed it. ' +
      `If the registry changed its keys on purpose, delete ${keys.file} and start again.`,
  );
}
