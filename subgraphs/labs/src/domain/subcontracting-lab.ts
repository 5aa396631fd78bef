import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { optionalText, requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { SubcontractorInput } from '../generated/graphql.js';
import type { AccreditationRecord } from './accreditation-content.js';
import type { SubcontractingLab } from './test-result.js';

/** Another lab of the hub, as the register has it, which is open to labs. */
export interface RegisteredLab {
  readonly name: string;
  readonly cma: AccreditationRecord;
}

/**
 * The lab to which an item was subcontracted (分包方, 3.2 c): one of the hub by its id, with name and certificate as the register has them; another by name,
 * certificate and report. Either has a CMA: that of a lab of the hub is valid today.
 *
 * @param labs labs of the hub by id, the caller's own not among them
 * @param today calendar day in Asia/Shanghai
 * @throws Refusal NOT_FOUND, VALUE_INVALID, VALUE_REQUIRED, VALUE_TOO_LONG
 */
export function subcontractingLab(at: string, input: SubcontractorInput, labs: ReadonlyMap<string, RegisteredLab>, today: string): SubcontractingLab {
  if (input.labId == null) {
    return {
      labId: null,
      name: requireText(`${at}.name`, input.name ?? '', 200),
      cmaCertificateNumber: requireText(`${at}.cmaCertificateNumber`, input.cmaCertificateNumber ?? '', 60),
      reportNumber: requireText(`${at}.reportNumber`, input.reportNumber ?? '', 60),
    };
  }
  const labId = requireText(`${at}.labId`, input.labId, 100);
  const lab = labs.get(labId);
  if (!lab) throw new Refusal('NOT_FOUND', { field: `${at}.labId`, parameters: { type: 'Lab', id: labId } });
  for (const field of ['name', 'cmaCertificateNumber'] as const) {
    requireValid(
      input[field] == null,
      `${at}.${field}`,
      { en: 'the register says it of a lab of the hub', 'zh-CN': '平台内检验机构以名录登记为准' },
      { en: 'labId alone', 'zh-CN': '仅填 labId' },
    );
  }
  requireValid(
    lab.cma.validFrom <= today && today <= lab.cma.validUntil,
    `${at}.labId`,
    { en: `its CMA is valid from ${lab.cma.validFrom} to ${lab.cma.validUntil}`, 'zh-CN': `其资质认定有效期为 ${lab.cma.validFrom} 至 ${lab.cma.validUntil}` },
    { en: 'a lab whose CMA is valid', 'zh-CN': '资质认定在有效期内的检验机构' },
  );
  return { labId, name: lab.name, cmaCertificateNumber: lab.cma.certificateNumber, reportNumber: optionalText(`${at}.reportNumber`, input.reportNumber, 60) };
}
