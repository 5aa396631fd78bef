import type { NoticeCapacity } from '../generated/graphql.js';

/** What a notice reads of monitoring data. */
export interface NoticedData {
  readonly platformId: string;
  readonly merchantName: string | null;
  readonly merchantUscc: string | null;
  readonly producerName: string | null;
  readonly producerUscc: string | null;
}

/** Whom the monitoring data names in a capacity: by participant where it is known, else by name and code. */
export interface NoticedParty {
  readonly participantId: string | null;
  readonly name: string | null;
  readonly uscc: string | null;
  /** As which kinds of participant it may have an account, the likelier first. */
  readonly kinds: readonly ('PLATFORM' | 'MERCHANT' | 'ENTERPRISE')[];
}

/**
 * The party to be told of a result in a capacity (after 5.4.1). A platform that sells itself is told as seller too.
 * @returns null where the monitoring data names none
 */
export function noticedParty(data: NoticedData, capacity: NoticeCapacity): NoticedParty | null {
  switch (capacity) {
    case 'PLATFORM':
      return { participantId: data.platformId, name: null, uscc: null, kinds: ['PLATFORM'] };
    case 'SELLER':
      return named(data.merchantName, data.merchantUscc, ['MERCHANT', 'PLATFORM']);
    case 'PRODUCER':
      return named(data.producerName, data.producerUscc, ['ENTERPRISE']);
  }
}

function named(name: string | null, uscc: string | null, kinds: NoticedParty['kinds']): NoticedParty | null {
  return name === null && uscc === null ? null : { participantId: null, name, uscc, kinds };
}
