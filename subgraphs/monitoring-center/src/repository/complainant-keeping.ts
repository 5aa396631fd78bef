import type { PersonalData } from '@hub/kernel/personal/personal-data.js';
import type { ComplainantContent } from '../domain/complainant-content.js';

/** How complainants are kept (5.4.3 d). */
export interface ComplainantKeeping {
  readonly personal: PersonalData<ComplainantContent>;
  /** Milliseconds for which one is kept. */
  readonly keptFor: number;
  /** By what a receipt knows who complained again: a hash that nobody makes without the hub's key, so that no guess can be confirmed. */
  readonly hash: (complainant: unknown) => Promise<string>;
}
