/** Special-purpose blocks (IANA, RFC 6890 and its registries) with the length of their prefix. */
const closed: readonly (readonly [number, number, number, number, number])[] = [
  [0, 0, 0, 0, 8], [10, 0, 0, 0, 8], [100, 64, 0, 0, 10], [127, 0, 0, 0, 8], [169, 254, 0, 0, 16], [172, 16, 0, 0, 12],
  [192, 0, 0, 0, 24], [192, 0, 2, 0, 24], [192, 88, 99, 0, 24], [192, 168, 0, 0, 16], [198, 18, 0, 0, 15], [198, 51, 100, 0, 24],
  [203, 0, 113, 0, 24], [224, 0, 0, 0, 4], [240, 0, 0, 0, 4],
];

/**
 * Whether an IP address is one of the public internet: not loopback, link-local, private, reserved, multicast, or one that
 * carries an IPv4 address within. What cannot be read is not public.
 */
export function isPublicAddress(address: string): boolean {
  return address.includes(':') ? isPublicIpv6(address.toLowerCase()) : isPublicIpv4(address);
}

function isPublicIpv4(address: string): boolean {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) return false;
  const parts = address.split('.').map(Number);
  const bits = numberOf(parts);
  return parts.every((part) => part <= 255) && !closed.some(([a, b, c, d, length]) => Math.floor(bits / 2 ** (32 - length)) === Math.floor(numberOf([a, b, c, d]) / 2 ** (32 - length)));
}

function numberOf(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}

/** Of IPv6 only global unicast (2000::/3, RFC 4291 §2.4), without protocol assignments, documentation and 6to4. */
function isPublicIpv6(address: string): boolean {
  const [, first = '', second = ''] = /^([0-9a-f]{1,4}):([0-9a-f]{0,4})/.exec(address) ?? [];
  const [high, low] = [Number.parseInt(first, 16), second === '' ? 0 : Number.parseInt(second, 16)];
  if (!(high >= 0x2000 && high <= 0x3fff)) return false;
  if (high === 0x2001 && (low < 0x200 || low === 0xdb8)) return false;
  return high !== 0x2002 && !(high === 0x3fff && low < 0x1000);
}
