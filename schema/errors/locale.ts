/** Languages in which the hub speaks. */
export type Locale = 'zh-CN' | 'en';

/** The language of an Accept-Language header (RFC 9110 §12.5.4); Chinese where it names neither. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const ranges = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { range: range.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ range, quality }) => quality > 0 && /^(zh|en)(-|$)/.test(range))
    .sort((a, b) => b.quality - a.quality);
  return ranges[0]?.range.startsWith('en') ? 'en' : 'zh-CN';
}
