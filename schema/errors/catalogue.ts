import type { CatalogueEntry } from './catalogue-entry.js';
import { accessCodes } from './codes/access-codes.js';
import { actCodes } from './codes/act-codes.js';
import { caseCodes } from './codes/case-codes.js';
import { documentCodes } from './codes/document-codes.js';
import { exportCodes } from './codes/export-codes.js';
import { fileCodes } from './codes/file-codes.js';
import { findingCodes } from './codes/finding-codes.js';
import { handlingCodes } from './codes/handling-codes.js';
import { importCodes } from './codes/import-codes.js';
import { inspectionCodes } from './codes/inspection-codes.js';
import { limitCodes } from './codes/limit-codes.js';
import { memberCodes } from './codes/member-codes.js';
import { planCodes } from './codes/plan-codes.js';
import { registryCodes } from './codes/registry-codes.js';
import { resultCodes } from './codes/result-codes.js';
import { riskCodes } from './codes/risk-codes.js';
import { samplingCodes } from './codes/sampling-codes.js';
import { schemaCodes } from './codes/schema-codes.js';
import { sharingCodes } from './codes/sharing-codes.js';
import { sheetCodes } from './codes/sheet-codes.js';
import { subscriptionCodes } from './codes/subscription-codes.js';
import { taskCodes } from './codes/task-codes.js';
import { unexpectedCodes } from './codes/unexpected-codes.js';
import { valueCodes } from './codes/value-codes.js';
import { webhookCodes } from './codes/webhook-codes.js';

/** Every code with what it says, by subject; ERRORS.md is generated from it. A code is never used again for something else. */
export const catalogue = {
  ...accessCodes,
  ...sharingCodes,
  ...actCodes,
  ...valueCodes,
  ...riskCodes,
  ...planCodes,
  ...samplingCodes,
  ...inspectionCodes,
  ...fileCodes,
  ...handlingCodes,
  ...caseCodes,
  ...resultCodes,
  ...subscriptionCodes,
  ...webhookCodes,
  ...taskCodes,
  ...memberCodes,
  ...registryCodes,
  ...schemaCodes,
  ...importCodes,
  ...sheetCodes,
  ...findingCodes,
  ...limitCodes,
  ...exportCodes,
  ...documentCodes,
  ...unexpectedCodes,
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof catalogue;
