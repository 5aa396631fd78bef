import { readPublished } from '@hub/schema/check/read-published.js';
import type { TermsTable } from '@hub/schema/policy/terms/read-terms.js';
import { sha256 } from '../hashing/sha-256.js';
import type { RegistrySignature } from '../identity/pinned-keys.js';
import { Readings } from '../inbox/readings.js';
import type { Logger } from '../service/logger.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import { attestedText } from './attested-text.js';
import { differingCoordinates } from './differing-coordinates.js';
import { termsOfBuiltOwners } from './terms-of-built-owners.js';

export interface TermsInForceOptions {
  readonly owner: string;
  readonly database: Transaction;
  /** Of the registry. */
  readonly keys: Pick<RegistrySignature, 'stillSigned' | 'file'>;
  /** The schema that the code was built with, and its terms. */
  readonly sdl: string;
  readonly built: TermsTable;
  /** Told of each table that is taken up, before operations get it. */
  readonly onTakenUp: (table: TermsTable) => void;
  readonly log: Logger;
}

/** Which schema the code was built with, and which is in force. */
export interface RunningSchema {
  readonly owner: string;
  /** Of the schema that the code was built with. */
  readonly builtHash: string;
  /** Null until the registry was heard for the first time: the terms of the code are in force. */
  readonly inForce: { readonly version: number; readonly contentHash: string } | null;
  /** How many coordinates have other terms in the code than in force, or are in one of them alone. */
  readonly differing: number;
}

interface KeptSchema {
  readonly version: number;
  readonly content_hash: string;
  readonly sdl: string;
  readonly attestation: string;
  readonly epoch: string | null;
}

/**
 * The terms that this owner enforces (5.4.3): those of the schema that the registry has published, as this owner keeps it; the code's own only until the
 * registry was heard for the first time. A table is exchanged whole: operations under way keep theirs, the next and each event of a subscription get the new one.
 */
export class TermsInForce {
  readonly #options: TermsInForceOptions;
  readonly #builtHash: string;
  readonly #readings = new Readings();
  #table: TermsTable;
  #inForce: RunningSchema['inForce'] = null;
  #differing: readonly string[] = [];
  /** The version of a snapshot that was changed since it was taken in. */
  #changed: number | undefined;
  #refused: { readonly version: number; readonly epoch: string | null } | undefined;

  constructor(options: TermsInForceOptions) {
    this.#options = options;
    this.#builtHash = sha256(options.sdl);
    this.#table = options.built;
  }

  get table(): TermsTable {
    return this.#table;
  }

  get running(): RunningSchema {
    return { owner: this.#options.owner, builtHash: this.#builtHash, inForce: this.#inForce, differing: this.#differing.length };
  }

  /** That the terms that are enforced are not those that the code was built with, or may not be those that the registry has published, for those who look after it. */
  get warnings(): Readonly<Record<string, string>> {
    const inForce = this.#inForce?.version;
    return {
      ...(inForce === undefined && { terms: 'those of this code are enforced: the registry has not told of a version yet' }),
      ...(this.#differing.length > 0 && { terms: `${this.#differing.length} coordinates have other terms in this code than in version ${inForce}, which is in force, or are in one of them alone` }),
      ...(this.#refused !== undefined && { 'terms refused': `version ${this.#refused.version} was told and is not what the registry has signed; ${this.#enforced}` }),
      ...(this.#changed !== undefined && { 'terms kept': `what is kept as version ${this.#changed} in kernel.terms_snapshot is not what the registry has signed, and is not enforced; ${this.#enforced}` }),
    };
  }

  get #enforced(): string {
    return this.#inForce === null ? 'the terms of this code are in force' : `version ${this.#inForce.version} stays in force`;
  }

  /**
   * Notes that a version was told that is not what it says it is, until one of its number or a later one is taken up, or any of another epoch: a registry that was restored has never told it.
   * @param epoch of the registry's log in which it was told
   */
  refuse(version: number, epoch: string | null): void {
    const before = this.#refused?.epoch === epoch ? this.#refused.version : 0;
    this.#refused = { version: Math.max(version, before), epoch };
  }

  /** Takes up what is kept, if it is still what the registry has signed: whoever can write in the owner's database opens nothing. */
  async refresh(): Promise<void> {
    const { owner, database, built, onTakenUp, log } = this.#options;
    const isLatest = this.#readings.begin();
    const [kept] = await database.$queryRawUnsafe<KeptSchema[]>(
      'SELECT version, content_hash, sdl, attestation, epoch::text FROM kernel.terms_snapshot WHERE subgraph = $1',
      owner,
    );
    const sound = !kept || (await this.#isSigned(kept));
    if (!isLatest()) return;
    if (!sound) {
      if (this.#changed !== kept.version) log.error({ version: kept.version, pinned: this.#options.keys.file }, 'the schema that is kept is not what the registry has signed; the terms that were enforced before stay');
      this.#changed = kept.version;
      return;
    }
    this.#changed = undefined;
    if (kept && this.#refused && (kept.epoch !== this.#refused.epoch || kept.version >= this.#refused.version)) this.#refused = undefined;
    if (!kept || (kept.version === this.#inForce?.version && kept.content_hash === this.#inForce.contentHash)) return;
    const { version, content_hash: contentHash, sdl } = kept;
    const published = contentHash === this.#builtHash ? built : readPublished(owner, sdl).table;
    const table = published === built ? built : termsOfBuiltOwners(built, published);
    onTakenUp(table);
    this.#table = table;
    this.#inForce = { version, contentHash };
    this.#differing = table === built ? [] : differingCoordinates(built, table, published);
    if (this.#differing.length > 0) {
      log.warn({ version, coordinates: this.#differing.slice(0, 20), count: this.#differing.length }, 'the terms in force differ from those that this code was built with');
    }
  }
  async #isSigned({ version, content_hash: contentHash, sdl, attestation }: KeptSchema): Promise<boolean> {
    return sha256(sdl) === contentHash && (await this.#options.keys.stillSigned(attestedText({ subgraph: this.#options.owner, version, contentHash }), attestation));
  }
}
