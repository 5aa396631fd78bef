import { optionalText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { RiskInformationRow } from './risk-information-row.js';

/** Who complained and in which words: all that is personal of a complaint (投诉人, 5.1.1 a). */
export interface ComplainantContent {
  readonly name: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly statement: string | null;
}

/** Characters from which a telephone number, an address or words are of one person and no other by chance. */
const tellingLength = 7;

/**
 * What a record tells of who complained; null where it tells nothing.
 * @throws Refusal VALUE_INVALID, VALUE_TOO_LONG where it is no complaint, or where what is kept as its source would name the complainant all the same
 */
export function complainantContent({ channel, complainant, sourceRecord }: RiskInformationRow): ComplainantContent | null {
  if (!complainant) return null;
  requireValid(channel === 'COMPLAINT', 'complainant', { en: 'only complaints (channel COMPLAINT) have a complainant', 'zh-CN': '仅投诉举报（渠道 COMPLAINT）有投诉人' }, { en: 'no complainant', 'zh-CN': '不填投诉人' });
  const content = {
    name: optionalText('complainant.name', complainant.name, 200),
    phone: optionalText('complainant.phone', complainant.phone, 100),
    address: optionalText('complainant.address', complainant.address, 500),
    statement: optionalText('complainant.statement', complainant.statement, 20_000),
  };
  requireValid(Object.values(content).some((text) => text !== null), 'complainant', { en: 'it tells nothing', 'zh-CN': '内容为空' }, { en: 'a name, or no complainant', 'zh-CN': '姓名，或不填投诉人' });
  const source = plain(sourceRecord.content);
  for (const field of ['phone', 'address', 'statement'] as const) {
    const text = plain(content[field] ?? '');
    requireValid(
      text.length < tellingLength || !source.includes(text),
      'sourceRecord.content',
      { en: `it holds complainant.${field}, which would be read with the source record`, 'zh-CN': `含有 complainant.${field}，会随来源记录一并被读取` },
      { en: 'the record without what names the complainant', 'zh-CN': '去除投诉人信息的记录' },
    );
  }
  return content;
}

/** A text however its signs are parted or of whatever width. */
function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\p{P}]/gu, '');
}
