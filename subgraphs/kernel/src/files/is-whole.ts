import type { Upload } from '@tus/utils';

/** Whether all bytes that were told have come. */
export function isWhole({ size, offset }: Pick<Upload, 'size' | 'offset'>): boolean {
  return size !== undefined && offset === size;
}
