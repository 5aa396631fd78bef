import { createHash, randomBytes } from 'node:crypto';
import { Integer, Null, OctetString, Sequence, fromBER } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq, TimeStampResp, id_sha256 } from 'pkijs';
import { request } from 'undici';
import { TimeStampInvalid } from './time-stamp-invalid.js';
import type { TimeStampSettings } from './time-stamp-settings.js';
import { verifyTimeStamp, type ProvenTime } from './verify-time-stamp.js';

/** A stamp as it was got, verified. */
export interface TimeStamp extends ProvenTime {
  /** TimeStampToken (RFC 3161 §2.4.2), DER. */
  readonly token: Uint8Array;
}

const patience = 15_000;
const longestAnswer = 100_000;

/** An authority that stamps by RFC 3161, asked over HTTP (§3.4). It learns a hash, and nothing of what was hashed. */
export class TimeStampAuthority {
  readonly #settings: TimeStampSettings;

  constructor(settings: TimeStampSettings) {
    this.#settings = settings;
  }

  get url(): string {
    return this.#settings.url;
  }

  /**
   * A stamp over a text.
   * @throws TimeStampInvalid where what comes is no stamp that leads to one of the roots; Error where nothing comes
   */
  async stamp(text: string): Promise<TimeStamp> {
    const nonce = new Integer({ valueHex: Uint8Array.from([1, ...randomBytes(8)]) });
    const messageImprint = new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: id_sha256, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: Uint8Array.from(createHash('sha256').update(text).digest()) }),
    });
    const query = new TimeStampReq({ version: 1, messageImprint, nonce, certReq: true }).toSchema().toBER();
    const token = tokenOf(await this.#asked(Buffer.from(query)));
    return { token, ...(await verifyTimeStamp({ token, text, roots: this.#settings.roots, nonce, now: new Date() })) };
  }

  async #asked(query: Buffer): Promise<Uint8Array> {
    const { statusCode, body } = await request(this.url, {
      ...{ method: 'POST', body: query, headersTimeout: patience, bodyTimeout: patience, signal: AbortSignal.timeout(patience) },
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    });
    const parts: Buffer[] = [];
    let length = 0;
    for await (const part of body as AsyncIterable<Buffer>) {
      parts.push(part);
      length += part.length;
      if (length > longestAnswer) throw new TimeStampInvalid('the answer is too long to be a time stamp');
    }
    if (statusCode !== 200) throw new Error(`The time-stamp authority at ${this.url} answers with ${statusCode}.`);
    return Uint8Array.from(Buffer.concat(parts));
  }
}

/** The token of an answer, in the bytes in which it came. */
function tokenOf(answer: Uint8Array): Uint8Array {
  let response: TimeStampResp;
  try {
    response = TimeStampResp.fromBER(answer);
  } catch (error) {
    throw new TimeStampInvalid('the answer is no TimeStampResp', { cause: error });
  }
  const { status, statusStrings = [] } = response.status;
  // 0: granted; 1: granted with modifications (RFC 3161 §2.4.2).
  if (Number(status) > 1) throw new TimeStampInvalid(`the authority refuses with status ${status}: ${statusStrings.map(({ valueBlock }) => valueBlock.value).join(' ')}`);
  const { result } = fromBER(answer);
  const token = result instanceof Sequence ? result.valueBlock.value[1]?.valueBeforeDecodeView : undefined;
  if (!token || token.length === 0) throw new TimeStampInvalid('the answer holds no stamp');
  return Uint8Array.from(token);
}
