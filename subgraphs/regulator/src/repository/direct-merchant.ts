import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { participantsByUscc } from '@hub/kernel/members/participants-by-uscc.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { DirectMerchantInput } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { issueDirection } from './issue-direction.js';

/** Directs the merchant that sold the products of the case to rectify (责令改正, 3.1 d, 3.5): by its USCC, else by its name. */
export function directMerchant(scope: ActScope<RegulatorTransaction>, input: DirectMerchantInput): Promise<ActResult> {
  const uscc = input.merchantUscc ?? null;
  const name = input.merchantName ?? null;
  if (uscc === null && name === null) {
    const problem = {
      en: 'a merchant is named by its code, or by its name where it has none',
      'zh-CN': '以统一社会信用代码指明电商，没有代码的以名称指明',
    };
    throw new Refusal('VALUE_REQUIRED', { field: 'merchantUscc', parameters: { field: 'merchantUscc', problem } });
  }
  requireValid(
    uscc === null || name === null,
    'merchantName',
    { en: 'a merchant with a code is named by its code alone', 'zh-CN': '有统一社会信用代码的电商只以代码指明' },
    'null',
  );
  return issueDirection(scope, 'directMerchant', 'RECTIFY', input, async (data, number) => {
    const directed = data.filter((row) =>
      uscc === null ? row.merchantUscc === null && row.merchantName === name : row.merchantUscc === uscc,
    );
    const [first] = directed;
    if (!first) {
      const concerned = [...new Set(data.flatMap((row) => row.merchantUscc ?? row.merchantName ?? []))].join(', ');
      throw new Refusal('ADDRESSEE_NOT_CONCERNED', {
        field: uscc === null ? 'merchantName' : 'merchantUscc',
        parameters: { number, addressee: uscc ?? name ?? '', concerned: concerned || '–' },
      });
    }
    const [id = null] = await participantsByUscc(scope.unit.tx, 'MERCHANT', uscc);
    return {
      kind: 'MERCHANT',
      id,
      name: first.merchantName ?? uscc ?? '',
      uscc,
      regionCode: null,
      monitoringDataIds: directed.map((row) => row.id),
    };
  });
}
