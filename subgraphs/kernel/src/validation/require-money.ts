import { requireValid } from './require-valid.js';

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** An amount that is not negative, in a currency of ISO 4217 and no finer than its smallest unit; CNY where none is named. @throws Refusal VALUE_INVALID */
export function requireMoney(
  field: string,
  money: { readonly amount: string; readonly currency?: string | null | undefined },
): { readonly amount: string; readonly currency: string } {
  requireValid(!money.amount.startsWith('-'), `${field}.amount`, { en: 'an amount is not negative', 'zh-CN': '金额不得为负' }, '128.50');
  const currency = money.currency ?? 'CNY';
  requireValid(currencies.has(currency), `${field}.currency`, { en: 'it is no currency of ISO 4217', 'zh-CN': '不是 ISO 4217 货币代码' }, 'CNY');
  const decimals = money.amount.split('.')[1]?.length ?? 0;
  const most = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  requireValid(
    decimals <= most,
    `${field}.amount`,
    { en: `${currency} has at most ${most} decimals`, 'zh-CN': `${currency} 最多 ${most} 位小数` },
    (128.5).toFixed(most),
  );
  return { amount: money.amount, currency };
}
