/** A merchant (电商, 2.4) of the demo as one platform knows it, with its shops. Names and contacts are invented; codes pass their checks. */
export interface DemoMerchant {
  readonly id: string;
  readonly platformId: string;
  readonly name: string;
  /** Absent for a natural person. */
  readonly uscc: string | null;
  /** GB/T 2260 */
  readonly regionCode: string;
  /** The merchant's participant, where it has one. */
  readonly participantId: string | null;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly shops: readonly { readonly id: string; readonly name: string }[];
}

/** The first and the one of merchant-1 on platform-2 are the same firm, so are the two of 钱江电器; 好物街 sells itself (自营). */
export const demoMerchants: readonly DemoMerchant[] = [
  {
    id: 'p1-merchant-01',
    platformId: 'platform-1',
    name: '小满日用品商行（演示）',
    uscc: '91330105MA2D00010K',
    regionCode: '330105',
    participantId: 'merchant-1',
    contactName: '苏小满',
    contactPhone: '0571-5550101',
    shops: [
      { id: 'p1-shop-01', name: '小满日用旗舰店' },
      { id: 'p1-shop-02', name: '小满厨房小店' },
    ],
  },
  {
    id: 'p1-merchant-02',
    platformId: 'platform-1',
    name: '拾光家居用品有限公司（演示）',
    uscc: '91330106MA2D00029Y',
    regionCode: '330106',
    participantId: null,
    contactName: '陆拾光',
    contactPhone: '0571-5550102',
    shops: [
      { id: 'p1-shop-03', name: '拾光家居专营店' },
    ],
  },
  {
    id: 'p1-merchant-03',
    platformId: 'platform-1',
    name: '钱江电器有限公司（演示）',
    uscc: '91330108MA2D00037N',
    regionCode: '330108',
    participantId: null,
    contactName: '江潮生',
    contactPhone: '0571-5550103',
    shops: [
      { id: 'p1-shop-04', name: '钱江电器旗舰店' },
      { id: 'p1-shop-05', name: '钱江小家电店' },
    ],
  },
  {
    id: 'p1-merchant-04',
    platformId: 'platform-1',
    name: '良渚食品贸易有限公司（演示）',
    uscc: '91330110MA2D00045D',
    regionCode: '330110',
    participantId: null,
    contactName: '禾良玉',
    contactPhone: '0571-5550104',
    shops: [
      { id: 'p1-shop-06', name: '良渚进口食品店' },
    ],
  },
  {
    id: 'p1-merchant-05',
    platformId: 'platform-1',
    name: '塘栖蜜饯食品厂（演示）',
    uscc: '91330113MA2D00053K',
    regionCode: '330113',
    participantId: null,
    contactName: '唐青梅',
    contactPhone: '0571-5550105',
    shops: [
      { id: 'p1-shop-07', name: '塘栖蜜饯店' },
    ],
  },
  {
    id: 'p1-merchant-06',
    platformId: 'platform-1',
    name: '下沙跨境贸易有限公司（演示）',
    uscc: '91330114MA2D00061W',
    regionCode: '330114',
    participantId: null,
    contactName: '沙远帆',
    contactPhone: '0571-5550106',
    shops: [
      { id: 'p1-shop-08', name: '下沙全球购' },
      { id: 'p1-shop-09', name: '下沙零食铺' },
    ],
  },
  {
    id: 'p1-merchant-07',
    platformId: 'platform-1',
    name: '甬江玩具有限公司（演示）',
    uscc: '91330203MA2D0007XU',
    regionCode: '330203',
    participantId: null,
    contactName: '余甬安',
    contactPhone: '0574-5550107',
    shops: [
      { id: 'p1-shop-10', name: '甬江玩具专卖店' },
    ],
  },
  {
    id: 'p1-merchant-08',
    platformId: 'platform-1',
    name: '稠州小商品商行（演示）',
    uscc: '91330782MA2D000883',
    regionCode: '330782',
    participantId: null,
    contactName: '骆稠',
    contactPhone: '0579-5550108',
    shops: [
      { id: 'p1-shop-11', name: '稠州百货店' },
    ],
  },
  {
    id: 'p1-merchant-09',
    platformId: 'platform-1',
    name: '闻一家的杂货（演示）',
    uscc: null,
    regionCode: '330102',
    participantId: null,
    contactName: '闻一',
    contactPhone: '0571-5550109',
    shops: [
      { id: 'p1-shop-12', name: '闻一家的杂货' },
    ],
  },
  {
    id: 'p2-merchant-01',
    platformId: 'platform-2',
    name: '好物街科技有限公司（演示）',
    uscc: '91330108MA2C000286',
    regionCode: '330108',
    participantId: 'platform-2',
    contactName: '何好雨',
    contactPhone: '0571-5550201',
    shops: [
      { id: 'p2-shop-01', name: '好物街自营' },
    ],
  },
  {
    id: 'p2-merchant-02',
    platformId: 'platform-2',
    name: '小满日用品商行（演示）',
    uscc: '91330105MA2D00010K',
    regionCode: '330105',
    participantId: 'merchant-1',
    contactName: '苏小满',
    contactPhone: '0571-5550101',
    shops: [
      { id: 'p2-shop-02', name: '小满日用好物街店' },
    ],
  },
  {
    id: 'p2-merchant-03',
    platformId: 'platform-2',
    name: '钱江电器有限公司（演示）',
    uscc: '91330108MA2D00037N',
    regionCode: '330108',
    participantId: null,
    contactName: '江潮生',
    contactPhone: '0571-5550103',
    shops: [
      { id: 'p2-shop-03', name: '钱江电器好物街店' },
    ],
  },
  {
    id: 'p2-merchant-04',
    platformId: 'platform-2',
    name: '富春童装有限公司（演示）',
    uscc: '91330111MA2D000964',
    regionCode: '330111',
    participantId: null,
    contactName: '孙春水',
    contactPhone: '0571-5550204',
    shops: [
      { id: 'p2-shop-04', name: '富春童装店' },
      { id: 'p2-shop-05', name: '富春母婴店' },
    ],
  },
  {
    id: 'p2-merchant-05',
    platformId: 'platform-2',
    name: '湘湖五金工具有限公司（演示）',
    uscc: '91330109MA2D00109X',
    regionCode: '330109',
    participantId: null,
    contactName: '湘一舟',
    contactPhone: '0571-5550205',
    shops: [
      { id: 'p2-shop-06', name: '湘湖五金店' },
    ],
  },
  {
    id: 'p2-merchant-06',
    platformId: 'platform-2',
    name: '瓯江鞋业有限公司（演示）',
    uscc: '91330302MA2D00117X',
    regionCode: '330302',
    participantId: null,
    contactName: '欧瓯',
    contactPhone: '0577-5550206',
    shops: [
      { id: 'p2-shop-07', name: '瓯江鞋业旗舰店' },
    ],
  },
  {
    id: 'p2-merchant-07',
    platformId: 'platform-2',
    name: '鉴湖灯饰有限公司（演示）',
    uscc: '91330602MA2D001258',
    regionCode: '330602',
    participantId: null,
    contactName: '沈鉴',
    contactPhone: '0575-5550207',
    shops: [
      { id: 'p2-shop-08', name: '鉴湖灯饰店' },
    ],
  },
  {
    id: 'p2-merchant-08',
    platformId: 'platform-2',
    name: '南湖文具有限公司（演示）',
    uscc: '91330402MA2D00133Q',
    regionCode: '330402',
    participantId: null,
    contactName: '南知秋',
    contactPhone: '0573-5550208',
    shops: [
      { id: 'p2-shop-09', name: '南湖文具店' },
    ],
  },
  {
    id: 'p2-merchant-09',
    platformId: 'platform-2',
    name: '阿禾手作（演示）',
    uscc: null,
    regionCode: '330112',
    participantId: null,
    contactName: '禾禾',
    contactPhone: '0571-5550209',
    shops: [
      { id: 'p2-shop-10', name: '阿禾手作' },
    ],
  },
];
