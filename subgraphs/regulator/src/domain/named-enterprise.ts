import { optionalUscc } from '@hub/kernel/validation/optional-uscc.js';
import type { CodesAsOf } from '@hub/kernel/validation/require-code.js';
import { requireRegionCode } from '@hub/kernel/validation/require-region-code.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { DirectedEnterpriseInput } from '../generated/graphql.js';

/** An enterprise named without an account (有关企业): name, code and region. @throws Refusal VALUE_REQUIRED, VALUE_INVALID, CODE_RETIRED */
export function namedEnterprise({ name, uscc, regionCode }: DirectedEnterpriseInput, codes: CodesAsOf) {
  return {
    name: requireText('enterprise.name', name ?? '', 200),
    uscc: optionalUscc('enterprise.uscc', uscc),
    regionCode: regionCode == null ? null : requireRegionCode('enterprise.regionCode', regionCode, codes),
  };
}
