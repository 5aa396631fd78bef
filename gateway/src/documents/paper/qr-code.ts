import encodeQR from 'qr';
import type { Node } from './content.js';

/**
 * A QR code (ISO/IEC 18004) as a drawing. What stands side by side in a row is one rectangle, and rows overlap by a hair, so that no seams are drawn between.
 * @param size in points, its quiet zone not counted
 * @param ecc how much of it may be soiled: more where it is stuck onto goods
 */
export function qrCode(text: string, size: number, ecc: 'low' | 'medium' | 'quartile' = 'low'): Node {
  const matrix = encodeQR(text, 'raw', { ecc, border: 1 }).slice(1, -1).map((row) => row.slice(1, -1));
  const module = size / matrix.length;
  const canvas = matrix.flatMap((row, y) =>
    runs(row).map(([from, until]) => ({ type: 'rect' as const, x: from * module, y: y * module, w: (until - from) * module, h: module * 1.03, lineWidth: 0, color: '#000' })),
  );
  return { canvas };
}

function runs(row: readonly boolean[]): (readonly [number, number])[] {
  const found: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = found.at(-1);
    if (dark && last?.[1] === x) last[1] = x + 1;
    else if (dark) found.push([x, x + 1]);
  });
  return found;
}
