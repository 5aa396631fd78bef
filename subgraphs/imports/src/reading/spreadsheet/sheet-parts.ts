import { ImportFault } from '../../import-fault.js';
import { readPart, type PartListener } from './part-events.js';
import type { Workbook } from './workbook.js';

/** Sheets, and parts that a workbook names. */
const most = 5000;

/** The parts that hold the sheets of a workbook, by their names and in their order; undefined of one that it names and does not have. @throws ImportFault IMPORT_UNREADABLE, IMPORT_EXPANDS_TOO_FAR */
export async function sheetParts(workbook: Workbook): Promise<ReadonlyMap<string, string | undefined>> {
  const sheets: { name: string; id: string }[] = [];
  const targets = new Map<string, string>();
  const requireFew = () => {
    if (sheets.length + targets.size > most) throw new ImportFault('IMPORT_EXPANDS_TOO_FAR', { limit: `${most} sheets and parts` });
  };
  const ofWorkbook: PartListener = {
    opened(name, attributes) {
      if (name === 'sheet') sheets.push({ name: attributes['name'] ?? '', id: attributes['r:id'] ?? '' });
      requireFew();
    },
  };
  const ofRelations: PartListener = {
    opened(name, attributes) {
      if (name === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
      requireFew();
    },
  };
  await readPart(workbook, 'xl/workbook.xml', ofWorkbook);
  await readPart(workbook, 'xl/_rels/workbook.xml.rels', ofRelations);
  return new Map(sheets.map(({ name, id }) => [name, partOf(targets.get(id))]));
}

function partOf(target: string | undefined): string | undefined {
  if (!target) return undefined;
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}
