import { cast } from '../cast.js';
import { that } from '../matching.js';
import type { Found, Step } from '../step.js';
import type { Story } from '../story.js';
import { daysFrom } from './days-from.js';

/** Position of the first garment among the samples; what stands before are heaters. */
export const garmentsFrom = 20;

/** Labs are commissioned by what they are accredited for, and the samples go to them under seal (3.2 c, 3.3, 5.2.4). */
export const commissionSteps: readonly Step[] = [
  {
    key: 'commission-refused',
    title: { zh: '试图委托能力附表未覆盖的机构', en: 'tries to commission a lab with heaters that its scope does not cover' },
    by: cast.analyst,
    act: {
      name: 'commissionInspection',
      items: ({ sampleIds }, at) => [{ labId: 'lab-2', sampleIds: sampleIds.slice(0, garmentsFrom), agreedDueAt: daysFrom(at, 20) }],
      refused: () => ({ 0: 'LAB_SCOPE_LACKS_ITEM' }),
    },
  },
  {
    key: 'commission',
    title: { zh: '委托检验', en: 'commissions one lab with the heaters and the other with the garments' },
    by: cast.analyst,
    act: {
      name: 'commissionInspection',
      items: ({ sampleIds }, at) => [
        { labId: 'lab-1', sampleIds: sampleIds.slice(0, garmentsFrom), agreedDueAt: daysFrom(at, 20) },
        { labId: 'lab-2', sampleIds: sampleIds.slice(garmentsFrom), agreedDueAt: daysFrom(at, 20) },
      ],
      reads: 'number state lab { id } samples { __typename id }',
      keeps: (story, made) => {
        story.commissionIds = made.flatMap((commission) => commission?.id ?? []);
      },
      opensTo: ({ lab }) => [(lab as { id: string }).id],
      tells: (made) => made.map(({ number, state, lab, samples }) => `${String(number)}  ${String(state)}  ${(lab as Found).id}  ${(samples as unknown[]).length} samples`),
    },
  },
  ...(['lab-1', 'lab-2'] as const).map((lab, n): Step => ({
    key: `accept-${lab}`,
    title: { zh: '接受委托，只知盲样编号', en: 'accepts its commission, and knows blind numbers only' },
    by: cast.technicians[lab],
    waitsFor: {
      what: { zh: '委托到达检验机构', en: 'the commission reaches the lab' },
      by: cast.technicians[lab],
      query: 'query ($id: ID!) { inspectionCommission(id: $id) { acceptance { state } } }',
      variables: ({ commissionIds }) => ({ id: commissionIds[n] }),
      finds: () => ({ inspectionCommission: { acceptance: {} } }),
    },
    act: {
      name: 'acceptCommission',
      items: ({ commissionIds }) => [{ commissionId: commissionIds[n] }],
      reads: 'state commission { number receipts { __typename id sample { id } } }',
      keeps: (story, [acceptance]) => keepReceipts(story, acceptance ?? null),
      tells: ([acceptance]) => [`${(acceptance?.['commission'] as { number: string }).number}  ${String(acceptance?.['state'])}`],
    },
    checks: [
      {
        by: cast.technicians[lab],
        query: '{ samples(first: 100) { nodes { blindNumber productName purchase { id } } } }',
        finds: () => ({
          samples: { nodes: that<Found[]>('samples without product name and purchase', (nodes) => nodes.length > 0 && nodes.every(({ productName, purchase }) => productName === null && purchase === null)) },
        }),
      },
    ],
  })),
];

function keepReceipts(story: Story, acceptance: Found | null): void {
  const { receipts } = (acceptance?.['commission'] ?? { receipts: [] }) as { receipts: { id: string; sample: { id: string } }[] };
  for (const { id, sample } of receipts) story.receiptIds[story.sampleIds.indexOf(sample.id)] = id;
}
