/** A qualification with its days of validity, as the register of labs has it. */
export type DemoAccreditation = { readonly certificateNumber: string; readonly validFrom: string; readonly validUntil: string };

/** A line of a scope of accreditation (能力附表): item × standard version × site. */
export type DemoAccreditedItem = {
  readonly itemCode: string;
  readonly itemName: string;
  readonly standardNumber: string;
  readonly standardVersion: string;
  readonly site: string;
};

/** A lab of the demo (3.2 c). Certificates are invented; the standards and their versions are real. */
export interface DemoLab {
  readonly labId: string;
  readonly cma: DemoAccreditation;
  readonly cnas: DemoAccreditation | null;
  readonly scope: readonly DemoAccreditedItem[];
}

type Item = readonly [itemCode: string, itemName: string];

const electricalAppliances = [
  ...items('GB 4706.1', '2005', [
    ['MARK', '标志和说明'],
    ['SHOCK', '对触及带电部件的防护'],
    ['POWER', '输入功率和电流'],
    ['HEAT', '发热'],
    ['LEAK', '泄漏电流'],
    ['STRENGTH', '电气强度'],
    ['ABNORMAL', '非正常工作'],
    ['EARTH', '接地措施'],
    ['CREEPAGE', '爬电距离和电气间隙'],
  ]),
  ...items('GB 4706.19', '2008', [['DRY-BOIL', '非正常工作（干烧）']]),
  ...items('GB 4943.1', '2022', [['LEAK', '接触电流和保护导体电流'], ['STRENGTH', '抗电强度']]),
];

const toys = [
  ...items('GB 6675.1', '2014', [['PHTHALATE', '增塑剂']]),
  ...items('GB 6675.2', '2014', [
    ['SMALL-PART', '小零件'],
    ['SHARP-EDGE', '可触及的危险锐利边缘'],
    ['SHARP-POINT', '可触及的危险锐利尖端'],
    ['MAGNET', '磁体和磁性部件'],
    ['CORD', '绳索'],
  ]),
  ...items('GB 6675.3', '2014', [['FLAME', '易燃性能']]),
  ...items('GB 6675.4', '2014', [['LEAD', '可迁移元素铅'], ['CADMIUM', '可迁移元素镉'], ['CHROMIUM', '可迁移元素铬']]),
];

const textiles = [
  ...items('GB 18401', '2010', [
    ['FORMALDEHYDE', '甲醛含量'],
    ['PH', 'pH值'],
    ['FAST-WATER', '耐水色牢度'],
    ['FAST-PERSPIRATION', '耐汗渍色牢度'],
    ['FAST-RUBBING', '耐干摩擦色牢度'],
    ['ODOUR', '异味'],
    ['AZO', '可分解致癌芳香胺染料'],
  ]),
  ...items('GB 31701', '2015', [['CORD', '绳带'], ['ATTACHED', '附件抗拉强力'], ['FLAME', '燃烧性能']]),
];

export const demoLabs: readonly DemoLab[] = [
  {
    labId: 'lab-1',
    cma: { certificateNumber: '241100909001', validFrom: '2024-03-18', validUntil: '2030-03-17' },
    cnas: { certificateNumber: 'CNAS L90901', validFrom: '2024-05-06', validUntil: '2030-05-05' },
    scope: at('湖滨市青禾路1号', [...electricalAppliances, ...toys, ...textiles]),
  },
  {
    labId: 'lab-2',
    cma: { certificateNumber: '241100909002', validFrom: '2024-06-03', validUntil: '2030-06-02' },
    cnas: null,
    // No electrical safety: a commission of leakage current is refused here.
    scope: at('湖滨市白鹭洲8号', [...textiles, ...toys.filter(({ standardNumber }) => standardNumber !== 'GB 6675.4')]),
  },
];

function items(standardNumber: string, standardVersion: string, named: readonly Item[]) {
  return named.map(([itemCode, itemName]) => ({ itemCode, itemName, standardNumber, standardVersion }));
}

function at(site: string, scope: readonly Omit<DemoAccreditedItem, 'site'>[]): DemoAccreditedItem[] {
  return scope.map((item) => ({ ...item, site }));
}
