import type { CatalogueEntry } from '../catalogue-entry.js';

/** What nobody expected, masked at one edge. */
export const unexpectedCodes = {
  UPSTREAM_UNAVAILABLE: {
    en: 'The part of the hub kept by {owner} does not answer now. The rest is here; ask again in a moment.',
    'zh-CN': '{owner} 暂时没有响应，其余数据已返回。请稍后重试。',
  },
  UPSTREAM_OUT_OF_STEP: {
    en: 'The part of the hub kept by {owner} is being renewed, and does not have yet, or has no more, all that the schema in force has. The rest is here; ask again in some minutes.',
    'zh-CN': '{owner} 正在更新，暂不具备现行数据标准的全部内容，其余数据已返回。请几分钟后重试。',
  },
  UPSTREAM_VALUE_MISSING: {
    en: 'No value came for {coordinate}, which cannot be without one. Tell its owner.',
    'zh-CN': '{coordinate} 不可为空，但未收到其值。请告知其所属单位。',
  },
  UPSTREAM_VALUE_INVALID: {
    en: 'The value that came for {coordinate} is none that the schema allows. Tell its owner.',
    'zh-CN': '收到的 {coordinate} 的值不符合数据模式。请告知其所属单位。',
  },
  DATABASE_UNAVAILABLE: {
    status: 503,
    en: 'The database does not answer now; nothing was changed. Ask again in a moment with the same idempotencyKey.',
    'zh-CN': '数据库暂时没有响应，未作任何更改。请稍后使用相同的 idempotencyKey 重试。',
  },
  TRANSACTION_UNDONE: {
    status: 503,
    en: 'Others worked on the same rows again and again, and it was undone for their sake; nothing was changed. Ask again in a moment with the same idempotencyKey.',
    'zh-CN': '他人持续同时办理相同数据，本次办理已为其让步并撤销，未作任何更改。请稍后使用相同的 idempotencyKey 重试。',
  },
  TRANSACTION_TIMED_OUT: {
    status: 503,
    en: 'It took longer than the hub gives one item of an act, and was undone; nothing was changed. Ask again in a moment with the same idempotencyKey; if it stays so, bring less in one item.',
    'zh-CN': '办理超过单项时限，已全部撤销，未作任何更改。请稍后使用相同的 idempotencyKey 重试；如仍超时，请减少单项内容。',
  },
  AUDIT_UNAVAILABLE: {
    status: 503,
    en: 'What was asked cannot be written to the audit log now, so nothing is told of it. Ask again in a moment; an act with the same idempotencyKey, for it may have been done.',
    'zh-CN': '本次操作暂时无法写入审计日志，因此不予返回任何数据。请稍后重试；办理事项请使用相同的 idempotencyKey，因其可能已经完成。',
  },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    en: 'Something unexpected happened; it is logged as {reference}. Ask again, and tell the operator that reference if it stays.',
    'zh-CN': '发生意外错误，已记录为 {reference}。请重试；如仍存在，请将该编号告知运维人员。',
  },
} as const satisfies Record<string, CatalogueEntry>;
