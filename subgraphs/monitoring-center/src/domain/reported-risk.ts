import type { RiskInformationRow } from './risk-information-row.js';

/** What a platform tells of a risk that it reports (风险信息报送, 3.4 a). */
export interface ReportedRisk {
  readonly id: string;
  readonly number: string;
  readonly platformId: string;
  readonly centerId: string;
  readonly productName: string;
  readonly brand?: string | null;
  readonly hazardItem: string;
  readonly hazardDescription?: string | null;
  readonly hazardDegree?: RiskInformationRow['hazardDegree'] | null;
  /** YYYY-MM-DD */
  readonly observedOn: string;
  readonly listingItemIds: readonly string[];
  readonly scope?: RiskInformationRow['scope'] | null;
  readonly injuries?: RiskInformationRow['injuries'];
  readonly links?: readonly string[] | null;
}

/** A platform's report as risk information of channel c (电商质量管理平台, 5.1.1 c); its content is what was told, whole. */
export function riskInformationOf(report: ReportedRisk): RiskInformationRow {
  return {
    channel: 'PLATFORM_QUALITY',
    productName: report.productName,
    productCategories: [],
    brand: report.brand ?? null,
    hazardItem: report.hazardItem,
    hazardDescription: report.hazardDescription ?? '',
    hazardDegree: report.hazardDegree ?? 'UNRATED',
    scope: { countries: [], retailers: [], platforms: [], ...report.scope },
    injuries: report.injuries ?? null,
    remedy: null,
    links: [...(report.links ?? [])],
    observedOn: report.observedOn,
    sourceRecord: { source: report.platformId, key: report.id, content: JSON.stringify(report), contentType: 'application/json' },
  };
}
