import { randomUUID } from 'node:crypto';
import type { Authenticate } from '@hub/kernel/identity/authenticate.js';
import { parseRequest } from '@hub/kernel/service/parse-request.js';
import type { RouteEngine } from '@hub/kernel/service/route-engine.js';
import { localeOf } from '@hub/schema/errors/locale.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { RegistryDatabase } from '../repository/database.js';
import { schemaLimit } from '../repository/schema-publishing.js';
import { documents } from './documents.js';
import { operationsForAct } from './operations-for.js';
import { registryCaller } from './registry-caller.js';
import { statusOf, statusOfErrors } from './status-of.js';

const idempotencyKey = z.string().min(1).optional();
/** What the schema's own scalars and enums would refuse by no code of the catalogue. */
const time = z.iso.datetime({ offset: true });
/** So many subgraphs or code lists are changed by one proposal, so many codes has a list, and so many of anything a code: what is more is refused before it is looked at. */
const [mostChanges, mostCodes, mostOfCode] = [200, 100_000, 1_000];

const kind = z.enum(['UNREADABLE', 'COMPOSITION', 'TERMS_LOST', 'LINT', 'BREAKING', 'DANGEROUS', 'NARROWED', 'WIDENED', 'REWORDED', 'CODE_ADDED', 'CODE_ENDED', 'CODE_CHANGED']);
const day = z.iso.date().nullish();
const code = z.strictObject({
  ...{ code: z.string(), zh: z.string(), en: z.string(), validFrom: day, validTo: day, parentCode: z.string().nullish() },
  successorCodes: z.array(z.string()).max(mostOfCode).optional(),
  properties: z.array(z.strictObject({ name: z.string(), values: z.array(z.string()).max(mostOfCode) })).max(mostOfCode).optional(),
});
const publication = { subgraph: z.string(), sdl: z.string() };
const promotion = { versionId: z.string(), expectedVersion: z.int32(), reason: z.string() };

/** The acts that have a plain address, with the body that each takes. */
const acts = {
  checks: z.strictObject({ idempotencyKey, ...publication }),
  approvals: z.strictObject({ idempotencyKey, checkId: z.string(), kinds: z.array(kind).max(kind.options.length), reason: z.string() }),
  publications: z.strictObject({ idempotencyKey, ...publication, expectedVersion: z.int32(), reason: z.string() }),
  built: z.strictObject({ idempotencyKey, reason: z.string() }),
  promotions: z.strictObject({ idempotencyKey, ...promotion }),
  exceptions: z.strictObject({ idempotencyKey, subgraph: z.string(), rule: z.string(), coordinate: z.string().optional(), severity: z.enum(['ERROR', 'WARNING', 'OFF']).optional(), until: time, reason: z.string() }),
  'exception-ends': z.strictObject({ idempotencyKey, exceptionId: z.string() }),
  proposals: z.strictObject({ idempotencyKey, title: z.string(), reason: z.string(), changes: z.array(z.strictObject(publication)).max(mostChanges).optional(), codeLists: z.array(z.strictObject({ listId: z.string(), codes: z.array(code).max(mostCodes) })).max(mostChanges).optional() }),
  comments: z.strictObject({ idempotencyKey, proposalId: z.string(), text: z.string() }),
  'proposal-approvals': z.strictObject({ idempotencyKey, proposalId: z.string(), kinds: z.array(kind).max(kind.options.length), reason: z.string() }),
  rejections: z.strictObject({ idempotencyKey, proposalId: z.string(), reason: z.string() }),
  'proposal-publications': z.strictObject({ idempotencyKey, proposalId: z.string() }),
  retirements: z.strictObject({ idempotencyKey, versionId: z.string(), reason: z.string() }),
  tokens: z.strictObject({ idempotencyKey, subgraph: z.string(), name: z.string(), expiresAt: time }),
  revocations: z.strictObject({ idempotencyKey, tokenId: z.string() }),
  operations: z.strictObject({ idempotencyKey, client: z.string(), body: z.string(), manifestId: z.string().nullish(), safelist: z.boolean().optional() }),
  'operation-retirements': z.strictObject({ idempotencyKey, operationId: z.string(), reason: z.string() }),
} as const;

interface Outcome {
  readonly value: object | null;
  readonly refusal: { readonly code: string; readonly message: string; readonly field: string | null } | null;
}

/** `POST /registry/<act>`: the acts of schemas on the registry's own port, one item each. They work also where a publication has broken the registry's own part of the supergraph. */
export function actRoutes(server: FastifyInstance, database: RegistryDatabase, authenticate: Authenticate, engine: RouteEngine): void {
  for (const name of Object.keys(acts) as (keyof typeof acts)[]) {
    server.post(`/registry/${name}`, { bodyLimit: 2 * schemaLimit }, async (request: FastifyRequest, reply: FastifyReply) => {
      const { headers, body } = request;
      const caller = await registryCaller(database, authenticate, headers);
      const item = parseRequest(acts[name], body, headers);
      const { data, errors } = await operationsForAct(name, engine)({
        caller,
        locale: localeOf(headers['accept-language']),
        document: documents[name],
        variables: { items: [{ ...item, idempotencyKey: item.idempotencyKey ?? randomUUID() }] },
      });
      const outcome = (data?.['act'] as { outcomes: Outcome[] } | null | undefined)?.outcomes[0];
      if (!outcome) return reply.code(statusOfErrors(errors)).send({ errors });
      const { value, refusal, ...rest } = outcome;
      if (!refusal && !value) return reply.code(500).send({ errors });
      if (refusal) return reply.code(statusOf(refusal.code)).send({ errors: [{ message: refusal.message, extensions: { code: refusal.code, field: refusal.field } }] });
      return reply.code(200).send({ ...value, ...rest });
    });
  }
}
