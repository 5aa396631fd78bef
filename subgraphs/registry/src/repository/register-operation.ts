import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { Prisma, type PersistedOperation } from '@hub/prisma/registry/generated/client.js';
import { namedOperation } from '@hub/schema/check/named-operation.js';
import type { RegisterOperationInput } from '../generated/graphql.js';
import type { RegistryTransaction } from './database.js';
import { requireSteward } from './require-subgraph.js';

/** Longest text of an operation, in characters: what a gateway takes at most. */
const longest = 100_000;

/**
 * Registers an operation that a client was built with (5.4.3 c), each client's for itself; `safelist` puts it on the list that gateways take. One that was retired is in use again, and
 * what is on the list stays there until it is retired. Under an id of its own it is asked as under its hash; one id stands for one text, whoever was built with it.
 */
export async function registerOperation({ unit, caller }: ActScope<RegistryTransaction>, input: RegisterOperationInput): Promise<ActResult> {
  const { tx, now } = unit;
  // Whoever publishes has asked what is registered: what comes now waits until it is published.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock_shared(hashtext('registry.publish'))::text`;
  await requireSteward(tx, caller, 'client');
  const client = requireText('client', input.client, 64);
  requireText('body', input.body, longest);
  // As it came: a client that sends the hash of its text sends that of every character.
  const { body } = input;
  const name = namedOperation(body)?.name ?? '';
  requireValid(name !== '', 'body', { en: 'it is no GraphQL document with one operation that has a name', 'zh-CN': '不是仅含一个具名操作的 GraphQL 文档' }, 'query Labs { labs { nodes { id } } }');
  const [id, hash] = [hexOf(`${client}\n${body}`), hexOf(body)];
  // Two who register the same at once would both find nothing.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`operation ${id}`}))::text`;
  const known = await tx.persistedOperation.findUnique({ where: { id } });
  const inUse = known && known.retiredAt === null;
  const manifestId = await requireManifestId(tx, { client, hash, manifestId: input.manifestId ?? null }, inUse ? known : null);
  const registered = inUse ? {} : { registered: { ...actRecord(unit) }, registeredAt: now, retired: Prisma.DbNull, retiredAt: null, retiredBecause: null };
  const safelistedAt = (inUse ? known.safelistedAt : null) ?? (input.safelist ? now : null);
  if (known) await tx.persistedOperation.update({ where: { id }, data: { ...registered, safelistedAt, manifestId } });
  else await tx.persistedOperation.create({ data: { id, hash, manifestId, client, name, body, registered: { ...actRecord(unit) }, registeredAt: now, safelistedAt, holder: 'registry' } });
  return { valueId: id };
}

/** The id of a client's manifest, null where it is the hash of the text. @throws Refusal VALUE_INVALID, OPERATION_ID_TAKEN */
async function requireManifestId(
  tx: RegistryTransaction,
  { client, hash, manifestId }: Pick<PersistedOperation, 'client' | 'hash' | 'manifestId'>,
  inUse: PersistedOperation | null,
): Promise<string | null> {
  // As GraphQL over HTTP writes the name of a persisted document.
  const given = manifestId === null ? null : requireText('manifestId', manifestId, 200).replace(/^sha256:/, '');
  const named = given === hash ? null : given;
  if (inUse && (named === null || named === inUse.manifestId)) return inUse.manifestId;
  if (inUse?.manifestId) throw new Refusal('OPERATION_ID_TAKEN', { field: 'manifestId', parameters: { id: inUse.manifestId, client } });
  requireValid(named === null || /^\S+$/.test(named), 'manifestId', { en: 'an id has no white space', 'zh-CN': '编号不得含空白字符' }, 'e1f0c2');
  // Gateways know each text by its hash as well. Two texts that come at once under one of these would both find it free.
  const names = [hash, ...(named === null ? [] : [named])].sort();
  for (const name of names) await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`operation id ${name}`}))::text`;
  const other = await tx.persistedOperation.findFirst({ where: { retiredAt: null, NOT: { hash }, OR: [{ manifestId: { in: names } }, { hash: { in: names } }] } });
  if (other) throw new Refusal('OPERATION_ID_TAKEN', { field: 'manifestId', parameters: { id: names.find((name) => name === other.manifestId) ?? other.hash, client: other.client } });
  return named;
}

/** As Apollo's persisted queries have it: without the name of the algorithm. */
function hexOf(text: string): string {
  return sha256(text).replace('sha-256:', '');
}
