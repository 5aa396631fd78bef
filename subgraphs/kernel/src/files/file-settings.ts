import { z } from 'zod';
import type { Issuer } from '../identity/issuer.js';
import { EnvironmentInvalid } from '../service/environment-invalid.js';
import type { TimeStampSettings } from '../time-stamps/time-stamp-settings.js';
import { trustedRoots } from '../time-stamps/trusted-roots.js';

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
  /** Whether an act may name files only once its party has handed them in. */
  readonly required: boolean;
  /** The authority that stamps what is preserved; undefined where none is set. */
  readonly timeStamps: TimeStampSettings | undefined;
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
  EVIDENCE_FILES_REQUIRED: z.enum(['on', 'off'], { error: 'is neither on nor off; right would be, for example, on' }).default('off'),
  EVIDENCE_TIMESTAMP_URL: z.url({ protocol: /^https?$/, error: 'is no address; right would be, for example, https://tsa.example.cn/rfc3161' }).optional(),
  EVIDENCE_TIMESTAMP_ROOTS: z.string().optional(),
});

/**
 * The settings of an owner's store of files.
 * @throws EnvironmentInvalid
 */
export function fileSettingsOf(owner: string, variables: Readonly<Record<string, string | undefined>>, issuer: Issuer): FileSettings {
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
    required: data.EVIDENCE_FILES_REQUIRED === 'on',
    timeStamps: timeStampsOf(owner, data.EVIDENCE_TIMESTAMP_URL, data.EVIDENCE_TIMESTAMP_ROOTS),
  };
}

/** A stamp that leads to nobody who is believed proves nothing: where an authority is set, so are its roots. */
function timeStampsOf(owner: string, url: string | undefined, roots: string | undefined): TimeStampSettings | undefined {
  if (url === undefined) return undefined;
  try {
    if (roots === undefined) throw new Error('it is missing');
    return { url, roots: trustedRoots(roots) };
  } catch (error) {
    throw new EnvironmentInvalid(
      `Settings of the subgraph ${owner}: EVIDENCE_TIMESTAMP_ROOTS is no file with certificates in PEM (${(error as Error).message}). Right would be the roots to which the stamps of EVIDENCE_TIMESTAMP_URL lead, for example /etc/hub/tsa-roots.pem.`,
    );
  }
}

/** Evidence goes over no open line, but where a developer tries the hub out. */
function mayBeReached(bucketUrl: string, { kind }: Issuer): boolean {
  const endpoint = new URL(bucketUrl).searchParams.get('endpoint');
  return endpoint === null || /^https:\/\//i.test(endpoint) || (kind === 'development' && /^http:\/\//i.test(endpoint));
}
