import type { Prisma } from '@hub/prisma/registry/generated/client.js';
import { findingIn, type SchemaFinding as CheckFinding } from '@hub/schema/check/schema-finding.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import type { SchemaFinding } from '../generated/graphql.js';

/** What a check has found, as it was kept, in the language of who reads it. */
export function keptFindings(kept: Prisma.JsonValue, locale: Locale): SchemaFinding[] {
  return (kept as unknown as readonly CheckFinding[]).map((found) => findingIn(found, locale) as SchemaFinding);
}
