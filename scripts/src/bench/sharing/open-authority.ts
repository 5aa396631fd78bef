import type { RowDecision } from '@hub/schema/policy/decision/decide-field.js';
import type { RowCondition } from '@hub/schema/policy/decision/row-scope.js';
import { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';

/** An authority to which everything is open, to measure what it costs that it is not. No setting of the hub leads here. */
export class OpenAuthority extends OperationAuthority {
  override rowScopeOf(): RowCondition {
    return {};
  }

  override readScopeOf(): RowCondition {
    return {};
  }

  override opensRow(): boolean {
    return true;
  }

  override decide(): RowDecision {
    return { allowed: true, mask: undefined };
  }
}
