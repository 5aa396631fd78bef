import type { Bilingual } from '@hub/schema/errors/bilingual.js';

/** Why a token is not accepted; the reason goes to the caller. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
  readonly reason: Bilingual;

  constructor(reason: Bilingual, options?: ErrorOptions) {
    super(reason.en, options);
    this.reason = reason;
  }
}
