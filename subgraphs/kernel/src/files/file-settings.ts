import { z } from 'zod';
import type { Issuer } from '../identity/issuer.js';
import { EnvironmentInvalid, type SubgraphEnvironment } from '../service/subgraph-environment.js';

/** How files are taken in, and where they lie. */
export interface FileSettings {
  readonly maxBytes: number;
  /** Media types, or groups of them such as image/*. */
  readonly mediaTypes: readonly string[];
  /** A bucket, as s3://bucket/prefix?endpoint=…&region=…; undefined: a folder of the hub's own data. */
  readonly bucketUrl: string | undefined;
  /** Bytes that one party may have in the store, with what it has begun to hand in. */
  readonly partyBytes: number;
  /** Bytes that the disk keeps free whatever is handed in. */
  readonly freeBytes: number;
  /** Milliseconds after which an upload that was not finished is thrown away. */
  readonly uploadsLast: number;
}

/** What an EvidenceFile can say of its size (Int of GraphQL). */
const mostBytes = 2_147_483_647;
const mediaType = /^[a-z]+\/(\*|[a-z0-9][a-z0-9.+-]{0,100})$/;

const shape = z.object({
  EVIDENCE_MAX_BYTES: z.coerce.number({ error: 'is no number; right would be, for example, 1073741824' }).int().positive('must be above 0; right would be, for example, 1073741824').max(mostBytes, `is at most ${mostBytes}`).default(1_073_741_824),
  EVIDENCE_MEDIA_TYPES: z
    .string()
    .default('image/*,video/*,audio/*,application/pdf,text/plain')
    .transform((text) => text.split(',').map((type) => type.trim()).filter((type) => type !== ''))
    .refine((types) => types.length > 0 && types.every((type) => mediaType.test(type)), 'is no list of media types; right would be, for example, image/*,video/*,application/pdf'),
  EVIDENCE_STORE_URL: z.string().regex(/^s3:\/\/[a-z0-9][a-z0-9.-]+/, 'is no address of a bucket; right would be, for example, s3://evidence/hub?endpoint=https://s3.example.cn&region=cn-east-1').optional(),
  EVIDENCE_PARTY_BYTES: z.coerce.number({ error: 'is no number; right would be, for example, 1099511627776' }).int().positive('must be above 0; right would be, for example, 1099511627776').default(1_099_511_627_776),
  EVIDENCE_FREE_BYTES: z.coerce.number({ error: 'is no number; right would be, for example, 1073741824' }).int().min(0, 'must not be below 0; right would be, for example, 1073741824').default(1_073_741_824),
  EVIDENCE_UPLOAD_HOURS: z.coerce.number({ error: 'is no number; right would be, for example, 24' }).positive('must be above 0; right would be, for example, 24').default(24),
});

/**
 * The settings of an owner's store of files.
 * @throws EnvironmentInvalid
 */
export function fileSettingsOf({ owner, variables, issuer }: Pick<SubgraphEnvironment, 'owner' | 'variables' | 'issuer'>): FileSettings {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const result = shape.safeParse(given);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new EnvironmentInvalid(`Settings of the subgraph ${owner}: ${problems.join('; ')}.`);
  }
  const { data } = result;
  if (data.EVIDENCE_STORE_URL !== undefined && !mayBeReached(data.EVIDENCE_STORE_URL, issuer)) {
    throw new EnvironmentInvalid(
      `Settings of the subgraph ${owner}: EVIDENCE_STORE_URL names an endpoint that is not https: what goes there could be read on the way. Right would be, for example, s3://evidence/hub?endpoint=https://s3.example.cn&region=cn-east-1.`,
    );
  }
  return {
    maxBytes: data.EVIDENCE_MAX_BYTES,
    mediaTypes: data.EVIDENCE_MEDIA_TYPES,
    bucketUrl: data.EVIDENCE_STORE_URL,
    partyBytes: data.EVIDENCE_PARTY_BYTES,
    freeBytes: data.EVIDENCE_FREE_BYTES,
    uploadsLast: data.EVIDENCE_UPLOAD_HOURS * 3_600_000,
  };
}

/** Evidence goes over no open line, but where a developer tries the hub out. */
function mayBeReached(bucketUrl: string, { kind }: Issuer): boolean {
  const endpoint = new URL(bucketUrl).searchParams.get('endpoint');
  return endpoint === null || /^https:\/\//i.test(endpoint) || (kind === 'development' && /^http:\/\//i.test(endpoint));
}
