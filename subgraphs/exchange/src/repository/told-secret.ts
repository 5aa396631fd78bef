import type { Outcome } from '@hub/kernel/acts/outcome.js';
import type { Webhook } from '@hub/prisma/exchange/generated/client.js';
import { openSecret } from './webhook-secret.js';

/** The secret that an outcome tells: the one that its act made, as long as that is in force; also to who asks again because the answer was lost. */
export function toldSecret(maskKey: string, { value, detail }: Outcome<Webhook>): string | null {
  if (!value?.sealedSecret || detail !== String(value.secretSerial)) return null;
  return openSecret(maskKey, value.id, value.sealedSecret) ?? null;
}
