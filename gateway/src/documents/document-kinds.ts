import type { DocumentKind } from './document-kind.js';
import { commissionForm } from './kinds/commission-form.js';
import { inspectionReport } from './kinds/inspection-report.js';
import { labSampleLabel } from './kinds/lab-sample-label.js';
import { labShelfLabel } from './kinds/lab-shelf-label.js';
import { monitoringData } from './kinds/monitoring-data.js';
import { purchaseForm } from './kinds/purchase-form.js';
import { resultNotice } from './kinds/result-notice.js';
import { sampleCirculationForm } from './kinds/sample-circulation-form.js';
import { sampleLabel } from './kinds/sample-label.js';
import { shelfLabel } from './kinds/shelf-label.js';

/** All kinds, by the names in their addresses. */
export const documentKinds: ReadonlyMap<string, DocumentKind> = new Map(
  [inspectionReport, monitoringData, purchaseForm, commissionForm, sampleCirculationForm, resultNotice, sampleLabel, shelfLabel, labSampleLabel, labShelfLabel].map((kind) => [kind.name, kind]),
);
