import { regionCodes } from '../code-lists/region-codes.js';
import { standardBodies } from '../code-lists/standard-bodies.js';

/** What is wrong with a standard number (标准编号). */
export type StandardNumberProblem = 'FORM' | 'BODY' | 'REGION' | 'STATUS' | 'YEAR';

/** A standard number as it was read. */
export interface StandardNumber {
  /** Body with status, as GB/T, DB33/T, T/CAS. */
  readonly prefix: string;
  /** Serial number with its part, as 4706.1. */
  readonly serial: string;
  /** Year of the edition, where it is given. */
  readonly year: string | null;
  /** The one form in which the hub writes it: GB 4706.1-2005. */
  readonly text: string;
}

const bodies: ReadonlySet<string> = new Set(standardBodies.map(({ code }) => code));
/** Bodies abroad, by the list that came with the hub. */
export const foreignBodies: ReadonlySet<string> = new Set(standardBodies.filter(({ kind }) => kind === 'FOREIGN').map(({ code }) => code));
/** What stands behind the letters of a body abroad: its serial, and the year after a colon. */
const foreignNumber = /^ ?(?<serial>[A-Z]{0,2}\d[0-9A-Z.-]*?)(?::(?<year>\d{4}))?$/;
/** More letters than any body has. */
const longestBody = 20;
/** Dots between parts; the year after a dash, of two digits before 1995 (GB/T 1.1). */
const serialAndYear = String.raw`(?<serial>\d{1,6}(?:\.\d{1,4})*)(?:-(?<year>\d{4}|\d{2}))?$`;
const chineseForm = new RegExp(String.raw`^(?<body>[A-Z]+)(?:/(?<status>[A-Z]))? ?${serialAndYear}`);
const regionForm = new RegExp(String.raw`^DB(?<region>\d*)(?:/(?<status>[A-Z]) ?| )${serialAndYear}`);
/** T/ and the association's letters, Q/ and the enterprise's: what comes after is theirs to form. */
const ownForm = /^(?<body>[TQ])\/(?:(?<issuer>[0-9A-Z]{2,20}) |(?<letters>[A-Z]{2,20}))(?<serial>\d[0-9A-Z.]{0,11})(?:-(?<year>\d{4}))?$/;

/**
 * Reads a standard number as GB/T 1.1 and its kin form it: national (GB, GB/T, GB/Z), of an industry (QB/T), of a region (DB33/T), of an association
 * (T/CAS), of an enterprise (Q/…), or of a body abroad (ISO, IEC, EN, ASTM …). Full-width letters, any dash and any spaces are taken; the year may be left out.
 *
 * @param isBody whether somebody publishes standards under a code: by the list that came with the hub, unless another is asked
 * @param isForeign whether that is a body abroad, which forms its numbers in its own way: by the same list
 * @returns the number, or what is wrong with it
 */
export function readStandardNumber(written: string, isBody: (code: string) => boolean = (code) => bodies.has(code), isForeign: (code: string) => boolean = (code) => foreignBodies.has(code)): StandardNumber | StandardNumberProblem {
  const text = written
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/\s*[\u2010-\u2015\u2212\u2500\uFE58\uFE63-]+\s*/g, '-')
    .replaceAll(/\s*([/:])\s*/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const foreign = ofBodyAbroad(text, isForeign);
  if (foreign) return isBody(foreign.body) ? number(foreign.body, foreign.serial, foreign.year, ':') : 'BODY';
  const own = ownForm.exec(text)?.groups;
  if (own) return number(`${own['body']}/${own['issuer'] ?? own['letters']}`, own['serial'] ?? '', own['year']);
  const local = regionForm.exec(text)?.groups;
  if (local) return ofRegion(local);
  const chinese = chineseForm.exec(text)?.groups;
  if (!chinese) return 'FORM';
  const { body = '', status, serial = '', year } = chinese;
  if (!isBody(body)) return 'BODY';
  if (status !== undefined && status !== 'T' && status !== 'Z') return 'STATUS';
  return number(status === undefined ? body : `${body}/${status}`, serial, year);
}

/** A number of the body abroad with the longest code that it begins with: EN ISO before EN. */
function ofBodyAbroad(text: string, isForeign: (code: string) => boolean) {
  const letters = /^[A-Z]+(?:[ /][A-Z]+)*/.exec(text)?.[0].slice(0, longestBody) ?? '';
  for (let length = letters.length; length > 0; length -= 1) {
    const body = letters.slice(0, length);
    const { serial = '', year } = (isForeign(body) && foreignNumber.exec(text.slice(length))?.groups) || {};
    if (serial !== '') return { body, serial, year };
  }
  return undefined;
}

function ofRegion({ region = '', status, serial = '', year }: Record<string, string | undefined>): StandardNumber | StandardNumberProblem {
  if (status !== undefined && status !== 'T') return 'STATUS';
  if (![2, 4, 6].includes(region.length) || !regionCodes.has(region.padEnd(6, '0'))) return 'REGION';
  return number(`DB${region}${status === undefined ? '' : `/${status}`}`, serial, year);
}

function number(prefix: string, serial: string, year: string | undefined, separator = '-'): StandardNumber | StandardNumberProblem {
  if (year !== undefined && year.length === 4 && (year < '1949' || year > '2099')) return 'YEAR';
  return { prefix, serial, year: year ?? null, text: `${prefix} ${serial}${year === undefined ? '' : `${separator}${year}`}` };
}
