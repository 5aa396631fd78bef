/** No currency of ISO 4217 has more decimals. */
const decimals = 4;

/** An amount of money that is not negative, such as 128.50, exactly: in ten-thousandths of its unit. */
export function exactAmount(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(`${whole}${fraction.padEnd(decimals, '0').slice(0, decimals)}`);
}

/** The amount in digits, with two decimals or, where it is finer, all it has. */
export function amountInDigits(exact: bigint): string {
  const digits = String(exact).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals).replace(/0{1,2}$/, '')}`;
}
