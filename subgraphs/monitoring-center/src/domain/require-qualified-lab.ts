import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { standardKey } from '@hub/schema/identifiers/standard-key.js';
import type { TestItem } from '../generated/graphql.js';

/** An entry of a lab's scope of accreditation (能力附表). */
export interface LabScopeItem {
  readonly itemCode: string;
  readonly standardNumber: string;
  readonly standardVersion: string;
}

/** What a lab told of its accreditation. */
export interface LabAccreditation {
  readonly labId: string;
  /** Calendar days, both included. */
  readonly validFrom: string;
  readonly validUntil: string;
  readonly scope: readonly LabScopeItem[];
}

/**
 * Only a lab with a valid CMA on the day, whose scope covers every item × standard × version, is commissioned (3.2 c).
 * @param today the calendar day in Asia/Shanghai
 * @param chosenBy the field by which the items were chosen, which an item outside the scope is told at
 * @throws Refusal LAB_WITHOUT_CMA, LAB_SCOPE_LACKS_ITEM
 */
export function requireQualifiedLab(lab: LabAccreditation, items: readonly TestItem[], today: string, chosenBy: 'labId' | 'testItems' = 'labId'): void {
  if (today < lab.validFrom || today > lab.validUntil) {
    throw new Refusal('LAB_WITHOUT_CMA', {
      field: 'labId',
      parameters: { lab: lab.labId, date: today, from: lab.validFrom, until: lab.validUntil },
    });
  }
  const covered = new Set(lab.scope.map((entry) => keyOf(entry.itemCode, standardKey(entry.standardNumber), entry.standardVersion)));
  const lacking = items.filter((item) => !covered.has(keyOf(item.code, standardKey(item.standardNumber), item.standardVersion)));
  if (lacking.length > 0) {
    throw new Refusal('LAB_SCOPE_LACKS_ITEM', {
      field: chosenBy,
      parameters: {
        lab: lab.labId,
        items: lacking.map((item) => `${item.code} ${item.name} (${item.standardNumber}-${item.standardVersion})`).join(', '),
      },
    });
  }
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts.map((part) => part.trim().toUpperCase()));
}
