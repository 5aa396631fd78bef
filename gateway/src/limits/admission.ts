import type { Locale } from '@hub/schema/errors/locale.js';
import type { AskedOperation } from './asked-operation.js';
import type { DocumentLimits } from './document-limits.js';
import { checkPersistedHash } from './operations/check-persisted-hash.js';
import type { Safelist } from './operations/safelist.js';

/** An operation that was let in. */
export interface Admitted {
  /** Its text; undefined where it came by a hash that is not in the list of operations. */
  readonly text: string | undefined;
  /** Whether that is the list's to say, and no hash is to be looked up any more. */
  readonly listed: boolean;
}

/** What stands at the door, for HTTP and for subscriptions alike: everything that can be said of an operation without the schema. */
export class Admission {
  readonly #documents: DocumentLimits;
  readonly #safelist: Safelist | undefined;

  constructor(documents: DocumentLimits, safelist: Safelist | undefined) {
    this.#documents = documents;
    this.#safelist = safelist;
  }

  /**
   * Lets an operation in. Once for each time that it is asked: what is not listed is told in the log.
   * @throws GraphQLError the codes of DocumentLimits, PERSISTED_QUERY_MISMATCH, OPERATION_NOT_LISTED
   */
  admit(asked: AskedOperation, locale: Locale): Admitted {
    const listed = this.#safelist?.textOf(asked);
    checkPersistedHash(asked, locale);
    const text = listed ?? asked.query;
    if (text !== undefined) this.#documents.check(text, locale);
    if (listed === undefined) this.#safelist?.check(asked, locale);
    return { text, listed: listed !== undefined || this.#safelist?.enforced === true };
  }
}
