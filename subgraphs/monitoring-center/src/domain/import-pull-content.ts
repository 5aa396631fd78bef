import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { durationInMilliseconds } from '@hub/schema/identifiers/duration-in-milliseconds.js';
import type { ScheduleImportPullInput } from '../generated/graphql.js';
import { sourceFault, type SourceHosts } from './source-address.js';

/** Milliseconds between two looks at a source. */
const interval = { shortest: 15 * 60_000, longest: 31 * 86_400_000 };

/** What a pull is besides its mapping. */
export interface ImportPullContent {
  readonly url: string;
  readonly every: string;
  readonly cursorParameter: string | null;
  readonly cursorColumn: string | null;
  readonly cursorValue: string | null;
}

/** @throws Refusal of what does not fit; IMPORT_SOURCE_NOT_ALLOWED where the operator has not entered the host */
export function importPullContent({ url: given, every, cursor }: ScheduleImportPullInput, entered: SourceHosts): ImportPullContent {
  const url = requireText('url', given, 2000);
  const fault = sourceFault(url, entered);
  requireValid(fault !== 'NO_URL' && fault !== 'USER', 'url', { en: 'it is no address, or names a user', 'zh-CN': '不是网址，或含有用户名' }, 'https://data.example.cn/recalls.json');
  if (fault) throw new Refusal('IMPORT_SOURCE_NOT_ALLOWED', { field: 'url', parameters: { host: new URL(url).host } });
  const milliseconds = durationInMilliseconds(every) ?? 0;
  requireValid(milliseconds >= interval.shortest && milliseconds <= interval.longest, 'every', { en: 'it is not from PT15M to P31D', 'zh-CN': '不在 PT15M 至 P31D 之间' }, 'PT6H');
  return {
    ...{ url, every },
    cursorParameter: cursor ? requireText('cursor.parameter', cursor.parameter, 100) : null,
    cursorColumn: cursor ? requireText('cursor.column', cursor.column, 200) : null,
    cursorValue: cursor ? requireText('cursor.value', cursor.value, 200) : null,
  };
}
