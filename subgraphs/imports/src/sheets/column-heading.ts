import type { Bilingual } from '@hub/schema/errors/bilingual.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import type { FormColumn } from './act-form.js';

/** The heading of a column: an asterisk where it is required, its title, and its path, by which it is found again. */
export function columnHeading({ name, title, required }: Pick<FormColumn, 'name' | 'title' | 'required'>, locale: Locale): string {
  return `${required ? '* ' : ''}${title[locale]} (${name})`;
}

/** The path that a heading names; undefined of what is only there to be read, such as a reason. */
export function columnNamed(heading: string): string | undefined {
  return /[(（]([A-Za-z]\w*(?:\.\w+)*)[)）]$/.exec(heading.trim())?.[1];
}

/** Behind the columns of refused rows; no heading of a column ends so, and they may stay when the rows are sent again. */
export const reasonHeadings = {
  code: { en: 'Not done: code', 'zh-CN': '未办理：代码' },
  reason: { en: 'Not done: why, and what to do', 'zh-CN': '未办理：原因和处理办法' },
} as const satisfies Record<string, Bilingual>;

/** The heading of what stands in a row for orientation. */
export function shownHeading(title: Bilingual, locale: Locale): string {
  return locale === 'en' ? `To be read only: ${title.en}` : `仅供查看：${title['zh-CN']}`;
}
