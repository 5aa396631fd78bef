import type { ItemResult } from './test-result.js';

/** An item as it was kept when a subcontractor was a text. */
type ItemFromBefore = Omit<ItemResult, 'subcontractor'> & { readonly subcontractedTo?: string | null };

/** Results as their rows keep them, those from before included: there a subcontractor is known by its name alone. */
export function keptResults(results: unknown): ItemResult[] {
  return (results as readonly (ItemResult | ItemFromBefore)[]).map((result) => {
    if ('subcontractor' in result) return result;
    const { subcontractedTo = null, ...item } = result;
    return { ...item, subcontractor: subcontractedTo === null ? null : { labId: null, name: subcontractedTo, cmaCertificateNumber: null, reportNumber: null } };
  });
}
