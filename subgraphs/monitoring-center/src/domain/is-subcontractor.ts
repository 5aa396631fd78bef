import { namesLab, type CalledLab } from './names-lab.js';

/** The lab to which an item was subcontracted (分包方), as a report names it. */
export interface Subcontractor {
  /** Where it is a participant. */
  readonly labId: string | null;
  readonly name: string;
  readonly cmaCertificateNumber: string | null;
  readonly reportNumber: string | null;
}

/** What a lab may be known by. */
export interface KnownLab extends CalledLab {
  /** 资质认定证书编号, as far as the centre knows it */
  readonly cmaCertificateNumber: string | null;
}

/** Whether a subcontractor is a lab: by its id, which alone decides where it is named; else by its certificate, else by its code or name. */
export function isSubcontractor({ labId, name, cmaCertificateNumber }: Subcontractor, lab: KnownLab): boolean {
  if (labId !== null) return labId === lab.id;
  return (cmaCertificateNumber !== null && lab.cmaCertificateNumber !== null && plain(cmaCertificateNumber) === plain(lab.cmaCertificateNumber)) || namesLab(name, lab);
}

function plain(number: string): string {
  return number.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();
}
