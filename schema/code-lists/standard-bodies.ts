/** Who publishes standards under a code (标准代号): the letters that a standard number begins with. */
export interface StandardBody {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly kind: 'NATIONAL' | 'INDUSTRY' | 'FOREIGN';
}

type Named = readonly [code: string, zh: string, en: string];

const national: readonly Named[] = [
  ['GB', '国家标准', 'national standard'],
  ['GBZ', '国家职业卫生标准', 'national occupational health standard'],
  ['GBJ', '工程建设国家标准', 'national standard for construction, before 1991'],
  ['GJB', '国家军用标准', 'national military standard'],
  ['JJF', '国家计量技术规范', 'national metrological specification'],
  ['JJG', '国家计量检定规程', 'national verification regulation'],
  ['BJS', '食品补充检验方法', 'supplementary test method for food'],
  ['BJH', '化妆品补充检验方法', 'supplementary test method for cosmetics'],
];

/** 行业标准代号. */
const industries: readonly Named[] = [
  ['AQ', '安全生产', 'work safety'],
  ['BB', '包装', 'packaging'],
  ['CB', '船舶', 'shipbuilding'],
  ['CH', '测绘', 'surveying and mapping'],
  ['CJ', '城镇建设', 'urban construction'],
  ['CY', '新闻出版', 'press and publishing'],
  ['DA', '档案', 'archives'],
  ['DL', '电力', 'electric power'],
  ['DY', '电影', 'film'],
  ['DZ', '地质矿产', 'geology and minerals'],
  ['EJ', '核工业', 'nuclear industry'],
  ['FZ', '纺织', 'textiles'],
  ['GA', '公共安全', 'public security'],
  ['GH', '供销合作', 'supply and marketing cooperatives'],
  ['GM', '密码', 'cryptography'],
  ['GY', '广播电视', 'radio and television'],
  ['HB', '航空', 'aviation industry'],
  ['HG', '化工', 'chemical industry'],
  ['HJ', '环境保护', 'environmental protection'],
  ['HS', '海关', 'customs'],
  ['HY', '海洋', 'oceanography'],
  ['JB', '机械', 'machinery'],
  ['JC', '建材', 'building materials'],
  ['JG', '建筑工程', 'building engineering'],
  ['JR', '金融', 'finance'],
  ['JT', '交通', 'transport'],
  ['JY', '教育', 'education'],
  ['LB', '旅游', 'tourism'],
  ['LD', '劳动和劳动安全', 'labour'],
  ['LS', '粮食', 'grain'],
  ['LY', '林业', 'forestry'],
  ['MH', '民用航空', 'civil aviation'],
  ['MT', '煤炭', 'coal'],
  ['MZ', '民政', 'civil affairs'],
  ['NB', '能源', 'energy'],
  ['NY', '农业', 'agriculture'],
  ['QB', '轻工', 'light industry'],
  ['QC', '汽车', 'motor vehicles'],
  ['QJ', '航天', 'aerospace'],
  ['QX', '气象', 'meteorology'],
  ['RB', '认证认可', 'certification and accreditation'],
  ['SB', '国内贸易', 'domestic trade'],
  ['SC', '水产', 'fisheries'],
  ['SF', '司法', 'justice'],
  ['SH', '石油化工', 'petrochemistry'],
  ['SJ', '电子', 'electronics'],
  ['SL', '水利', 'water conservancy'],
  ['SN', '出入境检验检疫', 'entry-exit inspection and quarantine'],
  ['SW', '税务', 'taxation'],
  ['SY', '石油天然气', 'oil and gas'],
  ['TB', '铁路运输', 'railways'],
  ['TD', '土地管理', 'land administration'],
  ['TY', '体育', 'sport'],
  ['WB', '物资管理', 'materials management'],
  ['WH', '文化', 'culture'],
  ['WJ', '兵工民品', 'civil products of the arms industry'],
  ['WM', '外经贸', 'foreign trade'],
  ['WS', '卫生', 'health'],
  ['WW', '文物保护', 'protection of cultural relics'],
  ['XB', '稀土', 'rare earths'],
  ['XF', '消防救援', 'fire and rescue'],
  ['YB', '黑色冶金', 'ferrous metallurgy'],
  ['YC', '烟草', 'tobacco'],
  ['YD', '通信', 'telecommunications'],
  ['YS', '有色金属', 'non-ferrous metals'],
  ['YY', '医药', 'medical devices and pharmacy'],
  ['YZ', '邮政', 'postal services'],
  ['ZY', '中医药', 'traditional Chinese medicine'],
];

const foreign: readonly Named[] = [
  ['ISO', '国际标准化组织', 'International Organization for Standardization'],
  ['IEC', '国际电工委员会', 'International Electrotechnical Commission'],
  ['ISO/IEC', '国际标准化组织和国际电工委员会', 'ISO and IEC jointly'],
  ['CAC', '国际食品法典委员会', 'Codex Alimentarius Commission'],
  ['EN', '欧洲标准', 'European standard'],
  ['EN ISO', '采用 ISO 标准的欧洲标准', 'European adoption of an ISO standard'],
  ['ASTM', '美国材料与试验协会', 'ASTM International'],
  ['ANSI', '美国国家标准', 'American national standard'],
  ['UL', '美国保险商实验室', 'Underwriters Laboratories'],
  ['BS', '英国标准', 'British standard'],
  ['DIN', '德国标准', 'German standard'],
  ['NF', '法国标准', 'French standard'],
  ['JIS', '日本工业标准', 'Japanese industrial standard'],
  ['KS', '韩国标准', 'Korean standard'],
  ['AOAC', '国际分析化学家协会', 'AOAC International'],
];

const of = (kind: StandardBody['kind'], named: readonly Named[]): StandardBody[] => named.map(([code, zh, en]) => ({ code, zh, en, kind }));

/** First version: bodies whose numbers the hub reads, besides those of regions (DB), associations (T/) and enterprises (Q/). */
export const standardBodies: readonly StandardBody[] = [...of('NATIONAL', national), ...of('INDUSTRY', industries), ...of('FOREIGN', foreign)];
