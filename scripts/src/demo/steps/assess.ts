import { cast } from '../cast.js';
import { that } from '../matching.js';
import type { Step } from '../step.js';
import type { Story } from '../story.js';

interface Recall {
  readonly id: string;
  readonly productName: string;
  readonly observedOn: string;
}
type Pages = Readonly<Record<string, { readonly nodes: readonly Recall[] }>>;

const perTheme = 4;
const page = (productName: string) => `riskInformationList(first: ${perTheme}, filter: { state: [COLLECTED], productName: "${productName}" }) { nodes { id productName observedOn } }`;
const enough = { nodes: that<Recall[]>(`${perTheme} recalls that nobody has assessed yet; where all are, begin on a new folder (HUB_DATA_DIR)`, ({ length }) => length === perTheme) };

/** Electric ones first; there are 22 of them, and 179 heaters in all. */
function heatersIn({ electric, heaters }: Pages): Recall[] {
  const first = electric?.nodes ?? [];
  return [...first, ...(heaters?.nodes ?? []).filter(({ id }) => !first.some((each) => each.id === id))].slice(0, perTheme);
}

/** Of real recalls: what was collected is assessed, and escalated because it is common (5.1.1, 5.1.2). */
export const assessSteps: readonly Step[] = [
  {
    key: 'find-recalls',
    title: { zh: '查找风险信息', en: 'finds recalls of two kinds among all that were collected' },
    by: cast.analyst,
    checks: [
      {
        by: cast.analyst,
        query: `{ all: riskInformationList(first: 1) { totalCount } electric: ${page('space heater')} heaters: ${page('heater')} hoodies: ${page('hooded')} }`,
        finds: () => ({ all: { totalCount: that<number>('9,818 real recalls or more', (count) => count >= 9818) }, heaters: enough, hoodies: enough }),
        keeps: (story, data) => {
          story.heaterRecalls = heatersIn(data as Pages).map(({ id }) => id);
          story.hoodieRecalls = (data as Pages)['hoodies']?.nodes.map(({ id }) => id) ?? [];
        },
        tells: (data) => {
          const { all, hoodies } = data as Pages & { all: { totalCount: number } };
          return [`of ${all.totalCount}:`, ...[...heatersIn(data as Pages), ...(hoodies?.nodes ?? [])].map(({ observedOn, productName }) => `${observedOn}  ${productName.slice(0, 90)}`)];
        },
      },
    ],
  },
  {
    key: 'assess',
    title: { zh: '评估风险信息', en: 'assesses them: the hazard is common' },
    by: cast.analyst,
    act: {
      name: 'assessRiskInformation',
      items: ({ heaterRecalls, hoodieRecalls }: Story) =>
        [heaterRecalls, hoodieRecalls].flat().map((riskInformationId) => ({
          riskInformationId,
          method: 'CONSEQUENCE_LIKELIHOOD_MATRIX',
          hazardDegree: 'SERIOUS',
          severity: 4,
          probability: 'OVER_1_IN_10000',
          spread: 'COMMON',
          evidence: '多个品牌、多个销售渠道均有召回',
        })),
      reads: 'state harmLevel',
      keeps: (story, made) => {
        story.assessmentIds = made.flatMap((each) => each?.id ?? []);
      },
    },
  },
  {
    key: 'escalate',
    title: { zh: '形成评估报告并报送', en: 'forms an assessment report and submits it to the regulator' },
    by: cast.analyst,
    act: {
      name: 'escalateAssessment',
      items: ({ assessmentIds }: Story) => [
        {
          assessmentIds,
          title: '暖风机着火与儿童连帽衫绳带风险评估报告',
          summary: '两类产品的隐患均具有共性：涉及多个品牌和多个销售渠道。',
          recommendation: '对暖风机的泄漏电流和发热、儿童连帽衫的绳带开展网上监测。',
          submitToId: 'regulator-province',
        },
      ],
      reads: 'number state',
      keeps: (story, [report]) => {
        story.reportId = report?.id ?? '';
      },
    },
  },
];
