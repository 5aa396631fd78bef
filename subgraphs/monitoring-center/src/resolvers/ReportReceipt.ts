import type { EntityReference } from '@hub/kernel/loading/entity-reference.js';
import { errorMessage } from '@hub/schema/errors/error-message.js';
import type { Context } from '../context.js';
import type { ReportReceiptResolvers, ReportReceiptState } from '../generated/graphql.js';

export const ReportReceipt: ReportReceiptResolvers & EntityReference<Context> = {
  __resolveReference: ({ id }, { loaders }) => loaders.reportReceipt.load(id),
  report: ({ id }) => ({ id }),
  center: ({ holder }) => ({ id: holder }),
  state: ({ state }) => state as ReportReceiptState,
  refusal: ({ refusalCode, number, signingKeyId }, _args, { locale }) =>
    refusalCode === null ? null : { code: refusalCode, message: errorMessage(refusalCode as 'REPORT_KEY_REVOKED', locale, { number, key: signingKeyId }) },
  publicJwk: async ({ receiptKeyId }, _args, { loaders }) => JSON.stringify(await loaders.receiptKey.load(receiptKeyId)),
};
