import { ImportFault } from '../../import-fault.js';
import { cellPlace, mostColumns } from './cell-place.js';
import { readPart } from './part-events.js';
import type { Workbook } from './workbook.js';

interface Region {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const mostRegions = 100_000;

/** Merged cells (合并单元格) of a sheet: what is written in the first cell counts for all. The file names them after all rows, so it is read once for them. */
export class MergedCells {
  readonly #byTop: ReadonlyMap<number, readonly Region[]>;
  #current: { region: Region; value: string }[] = [];

  private constructor(regions: readonly Region[]) {
    this.#byTop = grouped(regions);
  }

  /** @throws ImportFault IMPORT_UNREADABLE, IMPORT_EXPANDS_TOO_FAR */
  static async of(workbook: Workbook, part: string): Promise<MergedCells> {
    const regions: Region[] = [];
    const listener = {
      opened(name: string, attributes: Readonly<Record<string, string>>) {
        const [from, to] = name === 'mergeCell' ? (attributes['ref'] ?? '').split(':').map(cellPlace) : [];
        if (!from || !to) return;
        if (!(to.column < mostColumns)) throw new ImportFault('IMPORT_UNREADABLE', { format: 'XLSX', problem: `mergeCell ${attributes['ref'] ?? ''}` });
        if (regions.length === mostRegions) throw new ImportFault('IMPORT_EXPANDS_TOO_FAR', { limit: `${mostRegions} mergeCell` });
        regions.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
      },
    };
    await readPart(workbook, part, listener);
    return new MergedCells(regions);
  }

  /** Fills a row; rows come from top to bottom. @throws ImportFault IMPORT_UNREADABLE where regions lie on one another */
  fill(row: number, values: string[]): string[] {
    const begun = (this.#byTop.get(row) ?? []).map((region) => ({ region, value: values[region.left] ?? '' }));
    this.#current = [...this.#current.filter(({ region }) => region.bottom >= row), ...begun];
    const width = this.#current.reduce((sum, { region }) => sum + region.right - region.left + 1, 0);
    if (width > mostColumns) throw new ImportFault('IMPORT_UNREADABLE', { format: 'XLSX', problem: { en: `in row ${row}, merged cells lie on one another`, 'zh-CN': `第 ${row} 行的合并单元格互相重叠` } });
    for (const { region, value } of this.#current) {
      for (let column = region.left; column <= region.right; column += 1) values[column] = value;
    }
    return values;
  }
}

function grouped(regions: readonly Region[]): Map<number, Region[]> {
  const groups = new Map<number, Region[]>();
  for (const region of regions) {
    const group = groups.get(region.top);
    if (group) group.push(region);
    else groups.set(region.top, [region]);
  }
  return groups;
}
