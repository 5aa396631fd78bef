import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import type { Locale } from '@hub/schema/errors/locale.js';
import { codedError } from '../refusals/coded-error.js';
import type { LogStretch } from './event-log.js';

/** Where a reader stands in a log: everything up to `position` is done, and of the event after it so many subjects. */
export interface LogPlace {
  readonly epoch: string;
  readonly position: number;
  readonly offset: number;
}

const separator = ' ';

/**
 * The cursors of one log: its name, the epoch, and the place, sealed. The place must not be read: the distance of two
 * would tell how much happened between them that is hidden from the caller, such as buying (5.2.2). Equal places have equal
 * cursors.
 */
export class EventCursors {
  readonly #log: string;
  readonly #sealKey: Buffer;
  readonly #markKey: Buffer;

  /** @param secret known to every process that serves the log, and kept over restarts */
  constructor(log: string, secret: string) {
    this.#log = log;
    this.#sealKey = createHmac('sha256', secret).update(`cursor seal ${log}`).digest();
    this.#markKey = createHmac('sha256', secret).update(`cursor mark ${log}`).digest();
  }

  encode({ epoch, position, offset }: LogPlace): string {
    const place = Buffer.alloc(12);
    place.writeBigUInt64BE(BigInt(position));
    place.writeUInt32BE(offset, 8);
    const mark = this.#mark(epoch, place);
    const cipher = createCipheriv('aes-256-ctr', this.#sealKey, mark);
    const sealed = Buffer.concat([mark, cipher.update(place), cipher.final()]).toString('base64url');
    return Buffer.from([this.#log, epoch, sealed].join(separator)).toString('base64url');
  }

  /**
   * The place that a cursor names, if reading may go on from there.
   *
   * @param stretch the log as it is now
   * @throws GraphQLError EVENT_CURSOR_INVALID, EVENT_CURSOR_OF_OTHER_LOG, and those of `requirePlace`
   */
  decode(cursor: string, stretch: LogStretch, locale: Locale): LogPlace {
    const text = Buffer.from(cursor, 'base64url').toString('utf8');
    const [log = '', epoch = '', sealed = '', ...rest] = text.split(separator);
    if (sealed === '' || rest.length > 0 || !/^[a-z][a-z-]*$/.test(log)) throw codedError('EVENT_CURSOR_INVALID', locale);
    if (log !== this.#log) throw codedError('EVENT_CURSOR_OF_OTHER_LOG', locale, { log, own: this.#log });
    const place = this.#open(epoch, Buffer.from(sealed, 'base64url'));
    if (!place) throw codedError('EVENT_CURSOR_INVALID', locale);
    requirePlace(place, stretch, locale);
    return place;
  }

  #open(epoch: string, sealed: Buffer): LogPlace | undefined {
    if (sealed.length !== 28) return undefined;
    const mark = sealed.subarray(0, 16);
    const cipher = createDecipheriv('aes-256-ctr', this.#sealKey, mark);
    const place = Buffer.concat([cipher.update(sealed.subarray(16)), cipher.final()]);
    if (!timingSafeEqual(mark, this.#mark(epoch, place))) return undefined;
    return { epoch, position: Number(place.readBigUInt64BE()), offset: place.readUInt32BE(8) };
  }

  #mark(epoch: string, place: Buffer): Buffer {
    return createHmac('sha256', this.#markKey).update(epoch).update(place).digest().subarray(0, 16);
  }
}

/**
 * Checks that a log can be read on from a place without a gap.
 *
 * @throws GraphQLError EVENT_CURSOR_BEFORE_RESTORE, EVENT_CURSOR_ARCHIVED, EVENT_CURSOR_IN_FUTURE
 */
export function requirePlace({ epoch, position }: LogPlace, stretch: LogStretch, locale: Locale): void {
  if (epoch !== stretch.epoch) throw codedError('EVENT_CURSOR_BEFORE_RESTORE', locale);
  if (position + 1 < stretch.first) throw codedError('EVENT_CURSOR_ARCHIVED', locale);
  if (position > stretch.head) throw codedError('EVENT_CURSOR_IN_FUTURE', locale);
}
