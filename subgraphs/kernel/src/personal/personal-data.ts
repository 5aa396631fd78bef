import { randomBytes } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';
import type { Transaction } from '../unit-of-work/transaction.js';
import type { PersonalKeyFile } from './personal-key-file.js';

/** What is personal, and of whom. */
export interface Personal<Content> {
  readonly personId: string;
  readonly content: Content;
}

/** What is personal as a row keeps it: a JSON Web Encryption (RFC 7516) under the key of the person, who is named in its header. */
export interface Sealed {
  readonly personId: string;
  readonly sealed: string;
}

interface KeyRow {
  readonly person_id: string;
  readonly wrapped: string;
}

/** Personal data of an owner, encrypted per person (5.4.3 d). A key that is destroyed takes everything with it that was encrypted under it, wherever copies of that lie. */
export class PersonalData<Content> {
  readonly #file: PersonalKeyFile;

  constructor(file: PersonalKeyFile) {
    this.#file = file;
  }

  /** Encrypts under the keys of the persons, which are made where there are none, in the transaction of the rows. @returns in the order given */
  async seal(tx: Transaction, persons: readonly Personal<Content>[], at: Date): Promise<Sealed[]> {
    if (persons.length === 0) return [];
    const hubKey = await this.#file.key();
    const made = await Promise.all(persons.map(async ({ personId }) => encrypted(randomBytes(32), hubKey, { alg: 'A256GCMKW', kid: personId })));
    await tx.$executeRawUnsafe(
      `INSERT INTO kernel.personal_key (person_id, wrapped, made_at)
       SELECT person, wrapped, $3::timestamptz FROM unnest($1::text[], $2::text[]) AS k (person, wrapped) ON CONFLICT DO NOTHING`,
      persons.map(({ personId }) => personId), made, at,
    );
    const keys = await this.#keysOf(tx, persons.map(({ personId }) => personId));
    return Promise.all(
      persons.map(async ({ personId, content }) => {
        const key = keys.get(personId);
        if (!key) throw new Error(`The key of ${personId} went while it was used.`);
        return { personId, sealed: await encrypted(new TextEncoder().encode(JSON.stringify(content)), key, { alg: 'dir', kid: personId }) };
      }),
    );
  }

  /** What is there to be read, by person; of whom the key is destroyed there is nothing. */
  async open(database: Pick<Transaction, '$queryRawUnsafe'>, rows: readonly Sealed[]): Promise<ReadonlyMap<string, Content>> {
    const opened = await this.openEach(database, rows);
    return new Map(rows.flatMap(({ personId }, index) => {
      const content = opened[index];
      return content === undefined ? [] : [[personId, content] as const];
    }));
  }

  /** What is there to be read, in the order given: rows of one person may say different things. */
  async openEach(database: Pick<Transaction, '$queryRawUnsafe'>, rows: readonly Sealed[]): Promise<(Content | undefined)[]> {
    const keys = await this.#keysOf(database, [...new Set(rows.map(({ personId }) => personId))]);
    return Promise.all(
      rows.map(async ({ personId, sealed }) => {
        const key = keys.get(personId);
        return key && (JSON.parse(new TextDecoder().decode(await decrypted(sealed, key, personId))) as Content);
      }),
    );
  }

  /** Whether the hub's key is the one under which the keys of persons were encrypted: with another, nothing could be read any more. */
  async fits(database: Pick<Transaction, '$queryRawUnsafe'>): Promise<boolean> {
    const rows = await database.$queryRawUnsafe<KeyRow[]>('SELECT person_id, wrapped FROM kernel.personal_key ORDER BY made_at DESC LIMIT 1');
    const [row] = rows;
    return row === undefined || decrypted(row.wrapped, await this.#file.key(), row.person_id).then(() => true, () => false);
  }

  async #keysOf(database: Pick<Transaction, '$queryRawUnsafe'>, personIds: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    if (personIds.length === 0) return new Map();
    const rows = await database.$queryRawUnsafe<KeyRow[]>('SELECT person_id, wrapped FROM kernel.personal_key WHERE person_id = ANY($1::text[])', personIds);
    const hubKey = await this.#file.key();
    return new Map(await Promise.all(rows.map(async ({ person_id, wrapped }) => [person_id, await decrypted(wrapped, hubKey, person_id)] as const)));
  }
}

/** Destroys the keys of persons: what was encrypted under them is erased (删除个人信息, 个人信息保护法 art. 47), and so are all copies of it. */
export async function destroyPersonalKeys(tx: Transaction, personIds: readonly string[]): Promise<void> {
  await tx.$executeRawUnsafe('DELETE FROM kernel.personal_key WHERE person_id = ANY($1::text[])', personIds);
}

function encrypted(content: Uint8Array, key: Uint8Array, header: { readonly alg: 'dir' | 'A256GCMKW'; readonly kid: string }): Promise<string> {
  return new CompactEncrypt(content).setProtectedHeader({ ...header, enc: 'A256GCM' }).encrypt(key);
}

/** @throws where it is not under that key, or about somebody else */
async function decrypted(sealed: string, key: Uint8Array, personId: string): Promise<Uint8Array> {
  const { plaintext, protectedHeader } = await compactDecrypt(sealed, key, { keyManagementAlgorithms: ['dir', 'A256GCMKW'], contentEncryptionAlgorithms: ['A256GCM'] });
  if (protectedHeader.kid !== personId) throw new Error(`What is kept of ${personId} is about another.`);
  return plaintext;
}
