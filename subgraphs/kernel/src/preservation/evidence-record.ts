import { filesPath } from '../files/files-path.js';
import { hashesNotStored } from '../files/stored-files.js';
import { Refusal } from '../refusals/refusal.js';
import type { UnitOfWork } from '../unit-of-work/unit-of-work.js';
import type { NamingFiles } from './naming-files.js';
import type { Preservation } from './preservation.js';

export interface EvidenceRecordOptions {
  readonly owner: string;
  readonly preservation: Preservation;
  /** Whether files may be named only once they are in the store. */
  readonly required: boolean;
}

/** Where acts record the files that they name (存证, 5.2.4 a). */
export class EvidenceRecord {
  readonly #options: EvidenceRecordOptions;

  constructor(options: EvidenceRecordOptions) {
    this.#options = options;
  }

  /**
   * Records what an act names, in its transaction.
   * @throws Refusal EVIDENCE_NOT_STORED
   */
  async named({ tx, actor, now }: UnitOfWork, act: string, { field, subject, files }: NamingFiles): Promise<void> {
    const { owner, preservation, required } = this.#options;
    const missing = required ? await hashesNotStored(tx, actor.partyId, files.map(({ hash }) => hash)) : [];
    if (missing.length > 0) throw new Refusal('EVIDENCE_NOT_STORED', { field, parameters: { hashes: missing.join(', '), path: filesPath(owner) } });
    await preservation.enter(tx, { kind: 'NAMED', at: now.toISOString(), act, by: { ...actor }, subject, files });
  }
}
