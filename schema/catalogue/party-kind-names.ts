import type { PartyKind } from '../policy/terms/vocabulary.js';

/** What kinds of party are called, as `ParticipantKind` of the schema has it, and the public besides. */
export const partyKindNames: Readonly<Record<PartyKind, readonly [zh: string, en: string]>> = {
  REGULATOR: ['监管部门', 'Regulators'],
  MONITORING_CENTER: ['监测中心', 'Monitoring centres'],
  LAB: ['检验机构', 'Inspection bodies'],
  PLATFORM: ['电商平台', 'E-commerce platforms'],
  MERCHANT: ['电商', 'Merchants'],
  ENTERPRISE: ['有关企业', 'Enterprises'],
  DEPARTMENT: ['相关部门', 'Departments'],
  PUBLIC: ['社会公众', 'The public'],
};
