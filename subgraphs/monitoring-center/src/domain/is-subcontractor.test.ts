import { describe, expect, it } from 'vitest';
import { isSubcontractor } from './is-subcontractor.js';

const lab = { id: 'lab-2', name: '浙江省质检院', uscc: '12330000470051234X', cmaCertificateNumber: '251100340001' };
const by = (said: object) => isSubcontractor({ labId: null, name: '某检测公司', cmaCertificateNumber: null, reportNumber: null, ...said }, lab);

describe('the subcontractor of a report (分包方) is a lab', () => {
  it('by its id first, and then whatever else is said', () => {
    expect(by({ labId: 'lab-2' })).toBe(true);
    expect(by({ labId: 'lab-3', name: '浙江省质检院', cmaCertificateNumber: '251100340001' })).toBe(false);
  });

  it('else by its certificate, under whatever name', () => {
    expect(by({ cmaCertificateNumber: '２５１１ 0034-0001' })).toBe(true);
    expect(by({ cmaCertificateNumber: '251100340002' })).toBe(false);
    expect(isSubcontractor({ labId: null, name: '某检测公司', cmaCertificateNumber: '–', reportNumber: null }, { ...lab, cmaCertificateNumber: null })).toBe(false);
  });

  it('else by its code or its name, also beside another certificate', () => {
    expect(by({ name: '分包至：浙江省质检院' })).toBe(true);
    expect(by({ name: '浙江省质检院', cmaCertificateNumber: '251100340002' })).toBe(true);
    expect(by({ name: '12330000470051234x' })).toBe(true);
    expect(by({})).toBe(false);
  });
});
