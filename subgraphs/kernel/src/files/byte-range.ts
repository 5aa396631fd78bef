/** A part of a file: its first and its last byte, counted from 0. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

const single = /^bytes=(\d{0,15})-(\d{0,15})$/;

/**
 * The part of a file of so many bytes that a `Range` asks for (RFC 9110 §14.1.2); `outside` where none of it lies there. Undefined where there is no such header, or one
 * that may be passed over, as of several parts: then the whole is given.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'outside' | undefined {
  const [, first = '', last = ''] = single.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') return Number(last) === 0 ? 'outside' : { start: Math.max(size - Number(last), 0), end: size - 1 };
  const start = Number(first);
  if (last !== '' && Number(last) < start) return undefined;
  return start >= size ? 'outside' : { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}
