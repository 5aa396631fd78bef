import { plainName } from '@hub/schema/identifiers/plain-name.js';

/** What a lab may be called by. */
export interface CalledLab {
  readonly id: string;
  readonly name: string;
  /** 统一社会信用代码 */
  readonly uscc: string | null;
}

/**
 * Whether what a report says of a subcontractor (分包方) names a lab: by its id or its code (统一社会信用代码), or by its name, however it is spaced, in full width or half, and
 * with whatever stands around it.
 */
export function namesLab(subcontractedTo: string, { id, name, uscc }: CalledLab): boolean {
  const said = plain(subcontractedTo);
  return said === plain(id) || [name, uscc ?? ''].map(plain).some((called) => called !== '' && said.includes(called));
}

function plain(text: string): string {
  return plainName(text).replaceAll(/\p{P}/gu, '');
}
