import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { codeListStatement } from '@hub/kernel/code-lists/code-list-statement.js';
import { canonicalJson } from '@hub/kernel/hashing/canonical-json.js';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { signDetached } from '@hub/kernel/identity/detached-signature.js';
import type { KeyFile } from '@hub/kernel/identity/key-file.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { CodeListContent } from '@hub/schema/code-lists/code-list.js';
import { regionListId } from '@hub/schema/code-lists/region-list.js';
import { codeRecords } from '../domain/code-records.js';
import { publishedRegions } from '../domain/published-regions.js';
import { regionRecords } from '../domain/region-records.js';
import type { RegistryTransaction } from './database.js';
import { tellCodeList } from './tell-code-list.js';
import { writeRegions } from './write-regions.js';

const holder = 'registry';

/** Codes that are as before are not written: a list of hundreds changes in one or two. */
const writeCodes = `
  INSERT INTO code (id, list_id, code, zh, en, valid_from, valid_to, parent_id, successor_ids, properties, holder)
  SELECT c.id, c."listId", c.code, c.zh, c.en, c."validFrom", c."validTo", c."parentId", ARRAY(SELECT jsonb_array_elements_text(c."successorIds")), c.properties, '${holder}'
  FROM jsonb_to_recordset($1::jsonb) AS c(id text, "listId" text, code text, zh text, en text, "validFrom" date, "validTo" date, "parentId" text, "successorIds" jsonb, properties jsonb)
  ON CONFLICT (id) DO UPDATE SET zh = excluded.zh, en = excluded.en, valid_to = excluded.valid_to, parent_id = excluded.parent_id,
    successor_ids = excluded.successor_ids, properties = excluded.properties
  WHERE (code.zh, code.en, code.valid_to, code.parent_id, code.successor_ids, code.properties)
    IS DISTINCT FROM (excluded.zh, excluded.en, excluded.valid_to, excluded.parent_id, excluded.successor_ids, excluded.properties)`;

/** The next version of a code list, to be put in force. */
export interface NextCodeList {
  readonly content: CodeListContent;
  readonly reason: string;
  /** The proposal that it is published from, if there is one. */
  readonly proposalId?: string | undefined;
}

/** A version of a code list that has come into force. */
export interface PutCodeList {
  readonly versionId: string;
  /** The revision of the list. */
  readonly revision: number;
}

/** Makes a content the next version of its list, hashed and signed, with its codes, and tells it (5.4.3 c). Whoever calls holds the row of the list. */
export async function putCodeListVersion(unit: UnitOfWork<RegistryTransaction>, next: NextCodeList, keyFile: KeyFile): Promise<PutCodeList> {
  const { tx } = unit;
  const { content, reason, proposalId = null } = next;
  const { id: listId, zh, en } = content;
  const text = canonicalJson(content);
  const contentHash = sha256(text);
  const before = await tx.codeListVersion.aggregate({ where: { listId }, _max: { version: true } });
  const version = (before._max.version ?? 0) + 1;
  const id = `${listId}@${version}`;
  await tx.codeListContent.createMany({ data: [{ contentHash, content: text }], skipDuplicates: true });
  const signature = await signDetached(await keyFile.key(), codeListStatement({ listId, version, publishedAt: unit.now, contentHash }));
  const made = await tx.codeListVersion.create({
    data: { id, listId, version, publishedAt: unit.now, published: { ...actRecord(unit) }, reason, contentHash, signature, proposalId, holder },
  });
  const records = codeRecords(content);
  await tx.$executeRawUnsafe('DELETE FROM code WHERE list_id = $1 AND NOT id = ANY ($2::text[])', listId, records.map((record) => record.id));
  await tx.$executeRawUnsafe(writeCodes, JSON.stringify(records));
  const { revision } = await tx.codeList.upsert({
    where: { id: listId },
    create: { id: listId, zh, en, currentId: id, holder },
    update: { zh, en, currentId: id, revision: { increment: 1 } },
  });
  // What the hub brings along is loaded with its places, see loadRegions.
  if (listId === regionListId && unit.actor.partyId !== holder) await writeRegions(tx, regionRecords(publishedRegions(content.codes, dayInShanghai(unit.now))));
  await tellCodeList(unit, made);
  return { versionId: id, revision };
}
