import { canonicalJson } from '@hub/kernel/hashing/canonical-json.js';
import type { RiskInformationContent } from './risk-information-content.js';

/**
 * Whether a record says what its current version says (5.1.1). The source alone does not tell: who corrects how a source was
 * read sends the same source again.
 */
export function tellsTheSame(before: RiskInformationContent, record: RiskInformationContent): boolean {
  return (Object.keys(before) as (keyof RiskInformationContent)[]).every((field) => !(field in record) || canonicalJson(before[field]) === canonicalJson(record[field]));
}
