import { mapRows, type MapOptions } from '@hub/imports/mapping/map-rows.js';
import type { ReadMapping } from '@hub/imports/mapping/read-mapping.js';
import { keptColumns } from '@hub/imports/running/preview-rows.js';
import { reportLine } from '@hub/imports/running/report-lines.js';
import type { Locale } from '@hub/schema/errors/locale.js';

/** What stands in place of what stays in the centre. */
const personal = '（个人信息 personal）';

/** What the first rows would become, in words; nothing is sent. @param count how many rows */
export async function* preview(path: string, read: ReadMapping, count: number, locale: Locale, options: MapOptions): AsyncGenerator<string> {
  let shown = 0;
  for await (const row of mapRows(path, read, options)) {
    if (shown >= count) return;
    shown += 1;
    if ('item' in row) {
      const item = Object.fromEntries(Object.entries(row.item).flatMap(([name, value]) => (name === 'sourceRecord' ? [] : [[name, row.keptInCentre.includes(name) ? personal : value]])));
      const { repairs } = reportLine(row, { disposition: 'TAKEN', value: null, refusal: null }, locale);
      yield `row ${row.row}, key ${row.key}: ${JSON.stringify(item, null, 2)}\nkept with the source record: ${keptColumns(row.item).join(', ')}${repairs === '' ? '' : `\nrepaired: ${repairs}`}`;
    } else {
      const { outcome, field, rule, message } = reportLine(row, undefined, locale);
      yield `row ${row.row}, key ${row.key}: ${outcome === 'LEFT_OUT' ? 'left out' : 'refused'}${field === '' ? '' : ` for ${field}`}${rule === '' ? '' : ` (${rule})`}: ${message}`;
    }
  }
}
