import { describe, expect, it } from 'vitest';
import { namesLab } from './names-lab.js';

const lab = { id: 'lab-2', name: '浙江省质检院（杭州）', uscc: '12330000470051234X' };

describe('the subcontractor that a report names (分包方)', () => {
  it('is the lab of that name, however it is written, of that code or of that id', () => {
    for (const said of ['浙江省质检院（杭州）', '浙江省 质检院(杭州)', '浙江省\u200b质检院（杭州）', '分包至：浙江省质检院（杭州）电气室', '１２３３００００４７００５１２３４x', 'LAB-2']) {
      expect(namesLab(said, lab), said).toBe(true);
    }
  });

  it('is no other lab, and none where the lab has no code', () => {
    for (const said of ['浙江省计量院', 'lab-20', '省质检院']) expect(namesLab(said, { ...lab, uscc: null }), said).toBe(false);
  });
});
