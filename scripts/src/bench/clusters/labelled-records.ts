import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { hazardItemOf } from '@hub/imports/mapping/readings/hazard-item-of.js';
import type { DescribedRisk } from '@hub/monitoring-center/domain/described-risk.js';
import { gtinsIn } from '@hub/monitoring-center/domain/gtins-in.js';
import { seedFile } from '@hub/prisma/seed/seed-file.js';
import { randomFrom } from '@hub/schema/policy/testing/random.js';

/** A record of which it is known with which others it tells of one product and hazard: those of the same group, and no others. */
export interface LabelledRecord {
  readonly risk: DescribedRisk;
  readonly group: number;
}

/** One half of the records is for tuning; what is reported is of the other. */
export type Half = 'tuning' | 'heldApart';

const file = fileURLToPath(new URL('../../../bench-samples/labelled-records.json', import.meta.url));

interface Sample extends Readonly<Record<Half, readonly { readonly records: readonly Omit<DescribedRisk, 'gtins'>[] }[]>> {
  readonly what: string;
}

/** Records written for this, in both languages, each group beside others that are nearly of the same. */
export async function writtenRecords(half: Half): Promise<LabelledRecord[]> {
  const sample = JSON.parse(await readFile(file, 'utf8')) as Sample;
  return sample[half].flatMap(({ records }, group) => records.map((record) => ({ group, risk: { ...record, brand: record.brand === '' ? null : record.brand, gtins: gtinsIn([record.productName, record.hazardDescription]) } })));
}

const cries = ['New!', 'urgent:', 'imported', '2-pack'] as const;

/** Real recalls (CPSC), each once as it was taken in and once retold by rule, as another source would: its words in another order, one of them left out, and its hazard by the name of the list. */
export async function retoldRecords(half: Half, count: number): Promise<LabelledRecord[]> {
  const random = randomFrom(half === 'tuning' ? 1 : 2);
  const recalls = gunzipSync(await readFile(seedFile('cpsc_recalls.jsonl.gz'))).toString('utf8').trim().split('\n').filter((_line, index) => index % 2 === (half === 'tuning' ? 0 : 1)).map((line) => JSON.parse(line) as { readonly products: readonly string[]; readonly hazard: string });
  const known = new Set<string>();
  const told = recalls.flatMap(({ products: [name = ''], hazard }) => {
    const item = hazardItemOf(hazard);
    if (name.split(' ').length < 4 || known.has(name) || item.startsWith('其他')) return [];
    known.add(name);
    return [{ name, hazard, item }];
  });
  return told.slice(0, count).flatMap(({ name, hazard, item }, group) => {
    const words = name.split(' ');
    const kept = words.filter((_word, index) => index !== 1 + random.below(words.length - 1)).sort(() => random.below(3) - 1);
    const risks: DescribedRisk[] = [
      { productName: name, brand: null, gtins: [], hazardItem: item, hazardDescription: hazard },
      { productName: [random.one(cries), ...kept].join(' '), brand: null, gtins: [], hazardItem: item.split('；')[0] ?? item, hazardDescription: '' },
    ];
    return risks.map((risk) => ({ group, risk }));
  });
}
