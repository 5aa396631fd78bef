import { randomUUID } from 'node:crypto';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { conformanceSuite } from '@hub/kernel/testing/conformance/conformance-suite.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { owners } from '@hub/prisma/owner.js';
import { sharingSdl } from '@hub/schema/generated/authoring.js';
import { sdl as labsSdl } from '@hub/schema/generated/labs.js';
import { sdl } from '@hub/schema/generated/registry.js';
import { subgraphDocument } from '@hub/schema/policy/terms/subgraph-document.js';
import { parse, print } from 'graphql';
import { afterAll, beforeAll } from 'vitest';
import type { RegistryDatabase } from '../src/repository/database.js';
import { registryService } from '../src/service.js';

let hub: SubgraphUnderTest<RegistryDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(registryService);
  // The suite compares what it wrote with what is listed; the list of the standard has a test of its own.
  await hub.database.region.deleteMany();
  await hub.database.code.deleteMany();
  // The suite compares what its tables hold before and after: what the registry tells itself at its start has to have come.
  await eventually(() => hub.database.$queryRaw<unknown[]>`SELECT 1 FROM kernel.terms_snapshot`, (kept) => kept.length > 0);
  await writtenVersion(inForceWritten);
});
afterAll(() => hub.close());

const steward = () => ({ userId: 'u', partyId: 'center', role: 'DATA_STEWARD', at: new Date().toISOString() });
const soon = () => new Date(Date.now() + 30 * 86_400_000).toISOString();
let tried = 0;

/** A schema of one type, as a subgraph publishes it: all terms in full. */
function smallSchema(type: string, owner: string): string {
  const written = parse(`
    extend schema @terms(name: "all", class: UNCONDITIONAL, audience: [{ kinds: [REGULATOR, MONITORING_CENTER], basis: { kind: STATUTE, reference: "5.4.3" } }], grade: GENERAL)
    "A thing (物, 5.4.3 c)" type ${type} @key(fields: "id") @defaultTerms(name: "all", freshness: "P1D") { id: ID! }`);
  const source = { owner, documents: [written] };
  return print(subgraphDocument(source, [source], parse(sharingSdl)));
}

/** What is in force of one owner after the other with a type more: items of one list are for different owners, or they would be of one version. */
async function nextOfAnOwner(): Promise<{ readonly subgraph: string; readonly sdl: string; readonly expectedVersion: number; readonly reason: string }> {
  const subgraph = owners[(tried += 1) % owners.length] ?? 'labs';
  const inForce = await hub.database.schemaVersion.findFirstOrThrow({ where: { subgraph }, orderBy: { version: 'desc' } });
  const { sdl: before } = await hub.database.schemaText.findUniqueOrThrow({ where: { contentHash: inForce.contentHash } });
  return { subgraph, sdl: `${before}\n\n"A value (取值, 5.4.3 c)" enum Tried${tried} { A }`, expectedVersion: inForce.version, reason: '新增取值' };
}

/** A proposal that was written, of what is in force of an owner with a type more. */
async function nextProposed(proposalId: string): Promise<string> {
  const { subgraph, sdl: proposed, expectedVersion: baseVersion } = await nextOfAnOwner();
  await hub.database.schemaProposal.update({ where: { id: proposalId }, data: { changes: [{ subgraph, baseVersion, contentHash: await keptText(proposed) }], codeLists: [] } });
  return proposalId;
}

/** A list of one code, proposed against one of none, as it is kept with a proposal. */
async function keptCodeList() {
  const [base, content] = [[], [{ code: 'A', zh: '甲', en: 'a', validFrom: null, validTo: null, parentCode: null, successorCodes: [], properties: [] }]].map((codes) => JSON.stringify({ id: 'units', zh: '单位', en: 'units', codes }));
  const [baseHash, contentHash] = [sha256(base ?? ''), sha256(content ?? '')];
  await hub.database.codeListContent.createMany({ data: [{ contentHash: baseHash, content: base ?? '' }, { contentHash, content: content ?? '' }], skipDuplicates: true });
  return { listId: 'units', baseVersion: 1, baseHash, contentHash, fields: ['Sample.quantity'] };
}

/** The version in force of the subgraph of which all others are written: each subgraph more would be composed with every check. */
const inForceWritten = 1_000_000_000;

/** A version of it, before the one in force and of the same text. */
async function writtenVersion(version: number, written: object = {}): Promise<string> {
  const contentHash = await keptText(smallSchema('Written', 'written'));
  const { id } = await hub.database.schemaVersion.create({ data: { subgraph: 'written', version, publishedAt: new Date(), contentHash, signature: 'a..b', holder: 'registry', ...written } });
  return id;
}

/** A version that was written; its text is retired under no number. */
async function notRetired(versionId: string): Promise<string> {
  await hub.database.$executeRaw`UPDATE schema_version SET retired = NULL, retired_because = NULL WHERE subgraph = 'written'`;
  return versionId;
}

async function notYetRetired(id: string): Promise<string> {
  await hub.database.persistedOperation.update({ where: { id }, data: { retiredAt: null, retiredBecause: null } });
  return id;
}

async function keptText(sdl: string): Promise<string> {
  const contentHash = sha256(sdl);
  await hub.database.schemaText.createMany({ data: [{ contentHash, sdl }], skipDuplicates: true });
  return contentHash;
}

/** A list with its first version, empty. */
async function codeListOf(id: string, holder: string): Promise<string> {
  const contentHash = `sha-256:${randomUUID()}`;
  const published = { userId: 'u', partyId: 'center', role: 'DATA_STEWARD', at: new Date().toISOString() };
  await hub.database.codeListContent.create({ data: { contentHash, content: '{"codes":[]}' } });
  await hub.database.codeListVersion.create({
    data: { id: `${id}@1`, listId: id, version: 1, publishedAt: new Date(), published, reason: 'a reason', contentHash, signature: 'a..b', holder },
  });
  await hub.database.codeList.create({ data: { id, zh: '表', en: 'a list', currentId: `${id}@1`, holder } });
  return id;
}

conformanceSuite(() => hub, {
  owner: 'registry',
  sdl,
  subscriptions: { schemaPublished: 'SchemaPublished' },
  entities: {
    Region: {
      paths: [['']],
      insert: async ({ holder }, number) => {
        const code = String(900_000 + number);
        await hub.database.region.create({
          data: { code, name: 'a name', level: 'COUNTY', current: true, parentCode: null, successors: [], holder },
        });
        return code;
      },
    },
    CodeList: { paths: [['']], insert: ({ holder }, number) => codeListOf(`list-${number}`, holder) },
    CodeListVersion: {
      paths: [['']],
      insert: async ({ holder }, number) => `${await codeListOf(`versions-${number}`, holder)}@1`,
    },
    Code: {
      paths: [['']],
      insert: async ({ holder }, number) => {
        const listId = await codeListOf(`codes-${number}`, holder);
        const [id, above] = [`${listId}/A`, `${listId}/B`];
        const kept = { listId, zh: '甲', en: 'a name', validFrom: new Date('2020-01-01'), validTo: new Date('2099-01-01'), properties: [], holder };
        await hub.database.code.create({ data: { ...kept, id: above, code: 'B', successorIds: [] } });
        await hub.database.code.create({ data: { ...kept, id, code: 'A', parentId: above, successorIds: [above] } });
        return id;
      },
    },
    SchemaVersion: {
      paths: [['']],
      insert: ({ holder }, number) => writtenVersion(number, { attestation: 'a..b', published: steward(), reason: 'a reason', retired: steward(), retiredBecause: 'a reason', holder }),
    },
    SchemaCheck: {
      paths: [['']],
      insert: async ({ holder }, number) => {
        const id = `check-${number}`;
        const contentHash = await keptText(smallSchema(`Checked${number}`, 'labs'));
        const findings = [{ kind: 'NARROWED', severity: 'ERROR', code: 'NARROWED', owners: ['labs'], coordinate: 'Lab.id', line: 1, message: 'a message', letPass: null }];
        await hub.database.schemaCheck.create({
          data: { id, subgraph: 'labs', baseVersion: 1, contentHash, checkedAt: new Date(), checked: steward(), status: 'REFUSED', findings, affected: [{ coordinate: 'Lab.id', operation: 'Labs', operationHash: 'a', client: '', partyId: 'lab-1', requests: 1 }], refusedOperations: [{ operationId: 'a', client: 'desk', name: 'Labs', problem: 'a problem' }], holder },
        });
        return id;
      },
    },
    SchemaProposal: {
      paths: [['OPEN', 'APPROVED', 'PUBLISHED'], ['OPEN', 'REJECTED']],
      insert: async ({ holder, state, reached }, number) => {
        const id = `proposal-${number}`;
        const contentHash = await keptText(smallSchema('Proposed', 'labs'));
        const finding = { kind: 'NARROWED', severity: state === 'OPEN' ? 'ERROR' : 'WARNING', code: 'NARROWED', owners: ['labs'], coordinate: 'Lab.id', line: 1, message: 'a message', letPass: null };
        const record = steward();
        await hub.database.schemaProposal.create({
          data: {
            ...{ id, title: 'a title', reason: 'a reason', changes: [{ subgraph: 'labs', baseVersion: 0, contentHash }], codeLists: [await keptCodeList()], codeListVersionIds: [], findings: [finding], refusedOperations: [{ operationId: 'a', client: 'desk', name: 'Labs', problem: 'a problem' }], proposed: record, proposedAt: new Date(), holder, state, reached: [...reached] },
            ...{ approvals: [{ kinds: ['NARROWED'], approved: record, reason: 'a reason' }].slice(state === 'OPEN' ? 1 : 0), comments: [{ commented: record, text: 'a text' }], rejected: record, rejectedBecause: 'a reason' },
          },
        });
        return id;
      },
    },
    SchemaRuleException: {
      paths: [['']],
      insert: async ({ holder }, number) => {
        const id = `exception-${number}`;
        const at = new Date();
        await hub.database.schemaRuleException.create({
          data: { id, subgraph: 'labs', rule: 'described-with-term', coordinate: 'Lab.id', reason: 'a reason', until: new Date('2098-01-01'), excepted: steward(), exceptedAt: at, endedAt: at, ended: steward(), holder },
        });
        return id;
      },
    },
    PersistedOperation: {
      paths: [['']],
      insert: async ({ holder }, number) => {
        const id = `operation-${number}`;
        const at = new Date();
        const written = { hash: 'a', manifestId: 'an-id', client: 'desk', name: 'Labs', body: 'query Labs { __typename }', registered: steward(), registeredAt: at, safelistedAt: at, retired: steward(), retiredAt: at, retiredBecause: 'a reason' };
        await hub.database.persistedOperation.create({ data: { id, holder, ...written } });
        return id;
      },
    },
    RegistryToken: {
      paths: [['']],
      insert: async ({ holder }, number) => {
        const id = `token-${number}`;
        const at = new Date();
        await hub.database.registryToken.create({
          data: { id, subgraph: 'labs', name: 'CI', tokenHash: randomUUID(), issued: steward(), issuedAt: at, expiresAt: new Date('2098-01-01'), revokedAt: at, lastUsedAt: at, holder },
        });
        return id;
      },
    },
  },
  acts: {
    checkSchema: { input: () => ({ subgraph: 'labs', sdl: labsSdl }), good: () => ({ subgraph: 'labs', sdl: labsSdl }) },
    approveSchemaCheck: {
      input: (checkId) => ({ checkId, kinds: ['NARROWED'], reason: 'a reason' }),
      good: (checkId) => ({ checkId, kinds: ['NARROWED'], reason: '依法收回' }),
    },
    publishSchema: {
      input: () => ({ subgraph: 'labs', sdl: labsSdl, expectedVersion: 1, reason: 'a reason' }),
      good: nextOfAnOwner,
    },
    publishBuiltSchemas: { input: () => ({ reason: 'a reason' }), good: () => ({ reason: '升级' }), changesNothing: true },
    promoteSchema: {
      changesNothing: true,
      input: (versionId) => ({ versionId, expectedVersion: 1, reason: 'a reason' }),
      good: async (versionId) => ({ versionId: await notRetired(versionId), expectedVersion: inForceWritten, reason: '退回' }),
    },
    proposeSchema: {
      input: () => ({ title: 'a title', reason: 'a reason', changes: [{ subgraph: 'labs', sdl: labsSdl }] }),
      good: async () => {
        const { subgraph, sdl: proposed } = await nextOfAnOwner();
        return { title: '新增取值', reason: '依据通知', changes: [{ subgraph, sdl: proposed }] };
      },
    },
    commentSchemaProposal: {
      input: (proposalId) => ({ proposalId, text: 'a text' }),
      good: (proposalId) => ({ proposalId, text: '同意' }),
    },
    approveSchemaProposal: {
      input: (proposalId) => ({ proposalId, kinds: ['NARROWED'], reason: 'a reason' }),
      good: (proposalId) => ({ proposalId, expectedRevision: 1, kinds: ['NARROWED'], reason: '依法收回' }),
    },
    rejectSchemaProposal: {
      input: (proposalId) => ({ proposalId, reason: 'a reason' }),
      good: (proposalId) => ({ proposalId, expectedRevision: 1, reason: '理由不足' }),
    },
    publishSchemaProposal: {
      input: (proposalId) => ({ proposalId }),
      good: async (proposalId) => ({ proposalId: await nextProposed(proposalId), expectedRevision: 1 }),
    },
    exceptSchemaRule: {
      input: () => ({ subgraph: 'labs', rule: 'described-with-term', until: soon(), reason: 'a reason' }),
      good: () => ({ subgraph: 'labs', rule: 'described-with-term', coordinate: 'Lab.id', until: soon(), reason: '下月补齐' }),
    },
    endSchemaRuleException: { input: (exceptionId) => ({ exceptionId }), good: (exceptionId) => ({ exceptionId }) },
    retireSchemaVersion: {
      input: (versionId) => ({ versionId, reason: 'a reason' }),
      good: async (versionId) => ({ versionId: await notRetired(versionId), reason: '条款有误' }),
    },
    issueRegistryToken: {
      input: () => ({ subgraph: 'labs', name: 'CI', expiresAt: soon() }),
      good: () => ({ subgraph: 'labs', name: '持续集成', expiresAt: soon() }),
    },
    registerOperation: {
      input: () => ({ client: 'desk', body: 'query Labs { __typename }' }),
      good: () => ({ client: 'desk', body: `query Labs${(tried += 1)} { __typename }` }),
    },
    retireOperation: { input: (operationId) => ({ operationId, reason: 'a reason' }), good: async (operationId) => ({ operationId: await notYetRetired(operationId), reason: '客户端已升级' }) },
    revokeRegistryToken: { input: (tokenId) => ({ tokenId }), good: (tokenId) => ({ tokenId }) },
    publishCodeList: {
      input: (listId) => ({ listId, expectedRevision: 1, reason: 'a reason', codes: [{ code: 'A', zh: '甲', en: 'a' }] }),
      good: (listId) => ({
        ...{ listId, expectedRevision: 1, reason: '标准更新' },
        codes: [
          { code: 'A', zh: '甲', en: 'a', parentCode: 'B', successorCodes: ['B'], properties: [{ name: 'standard', values: ['GB 1'] }] },
          { code: 'B', zh: '乙', en: 'b' },
        ],
      }),
    },
  },
});
