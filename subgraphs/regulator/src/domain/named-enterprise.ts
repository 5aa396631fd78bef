import { optionalUscc } from '@hub/kernel/validation/optional-uscc.js';
import { optionalText, requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { DirectedEnterpriseInput } from '../generated/graphql.js';

/** An enterprise named without an account (有关企业): name, code and region. @throws Refusal VALUE_REQUIRED, VALUE_INVALID */
export function namedEnterprise({ name, uscc, regionCode }: DirectedEnterpriseInput) {
  const region = optionalText('enterprise.regionCode', regionCode, 6);
  requireValid(
    region === null || /^\d{6}$/.test(region),
    'enterprise.regionCode',
    { en: 'a region code has six digits (GB/T 2260)', 'zh-CN': '行政区划代码为 6 位数字（GB/T 2260）' },
    '330106',
  );
  return {
    name: requireText('enterprise.name', name ?? '', 200),
    uscc: optionalUscc('enterprise.uscc', uscc),
    regionCode: region,
  };
}
