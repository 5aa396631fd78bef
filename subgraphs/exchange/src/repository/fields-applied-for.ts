import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { deskFields } from '@hub/schema/generated/desk-fields.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { FieldTerms } from '@hub/schema/policy/terms/vocabulary.js';
import type { RequestSharingInput } from '../generated/graphql.js';

const most = 100;

/** CONDITIONAL fields with their terms, by coordinate. */
export type FieldsAppliedFor = ReadonlyMap<string, FieldTerms>;

/**
 * The fields of an application: those that are named, and all of the resource that the applicant may come to read.
 * @throws Refusal SHARING_FIELD_UNKNOWN, SHARING_NOT_FOR_APPLICANT, VALUE_INVALID
 */
export function fieldsAppliedFor({ fields, resource, purpose }: Pick<RequestSharingInput, 'fields' | 'resource' | 'purpose'>, applicant: Caller): FieldsAppliedFor {
  const named = fields ?? [];
  requireValid(named.length <= most, 'fields', { en: `it has more than ${most} entries`, 'zh-CN': `超过 ${most} 项` }, example());
  requireValid(named.length > 0 || resource != null, 'fields', { en: 'neither a field nor a resource is named', 'zh-CN': '未写明字段或资源' }, example());
  const found = new Map<string, FieldTerms>();
  for (const [index, name] of named.entries()) found.set(name, requireOpenOnGrant(name, `fields.${index}`, purpose, applicant));
  if (resource != null) {
    const ofResource = [...deskFields].filter(([coordinate, { terms }]) => coordinate.startsWith(`${resource}.`) && terms.class === 'CONDITIONAL');
    if (ofResource.length === 0) throw unknown(resource, 'resource');
    const open = ofResource.filter(([, { terms }]) => opensTo(terms, purpose, applicant));
    if (open.length === 0) throw notForApplicant(resource, 'resource', ofResource[0]![1].terms);
    for (const [coordinate, { terms }] of open) found.set(coordinate, terms);
  }
  return found;
}

function requireOpenOnGrant(name: string, field: string, purpose: string, applicant: Caller): FieldTerms {
  const terms = deskFields.get(name)?.terms;
  if (terms?.class !== 'CONDITIONAL') throw unknown(name, field);
  if (!opensTo(terms, purpose, applicant)) throw notForApplicant(name, field, terms);
  return terms;
}

/** Whether a grant would open it to the applicant's party in some role: who applies need not be who reads. */
function opensTo({ audience }: FieldTerms, purpose: string, { kind, level }: Caller): boolean {
  return audience.some(
    ({ rows, kinds, levels, purposes }) =>
      rows !== 'OWN' && kinds.includes(kind) && (!levels || (level !== undefined && levels.includes(level))) && (!purposes || purposes.some((each) => each === purpose)),
  );
}

function unknown(name: string, field: string): Refusal {
  return new Refusal('SHARING_FIELD_UNKNOWN', { field, parameters: { name, example: example() } });
}

function notForApplicant(name: string, field: string, { audience }: FieldTerms): Refusal {
  const who = audience
    .filter(({ rows }) => rows !== 'OWN')
    .map(({ kinds, levels, purposes }) => [kinds.join('/'), levels?.join('/'), purposes?.join('/')].filter(Boolean).join(' '))
    .join('; ');
  return new Refusal('SHARING_NOT_FOR_APPLICANT', { field, parameters: { name, who } });
}

function example(): string {
  return [...deskFields].find(([, { terms }]) => terms.class === 'CONDITIONAL')?.[0] ?? '';
}
