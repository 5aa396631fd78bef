import type { FormKind } from '../document-kind.js';
import { named } from '../paper/amounts.js';
import { dayAndTime, dueDayAndTime } from '../paper/day-and-time.js';
import type { Reading } from '../paper/reading.js';
import { supersededBy, versionOf } from '../paper/standing.js';

/** Monitoring data (监测数据, 5.4.1) as they are fed back to a regulator or a platform. */
export const monitoringData: FormKind = {
  name: 'monitoring-data',
  root: 'monitoringData',
  title: '监测数据反馈单',
  subtitle: 'Monitoring Data',
  selection: `{
    id number document version state conclusion productName brand producerName producerUscc producerDisowned
    platform { id participant { name } } listingItemId shopName sellerRegion { code name } merchantName merchantUscc
    remark fedBackAt acknowledgeBy center { name } supersededBy { version }
    failedItems { code name subItem standardNumber standardVersion measured limit unit }
    plan { number title regulator { name } } sample { number blindNumber } report { number issuedAt lab { participant { name } } }
    compiled { userId at } fedBack { userId at }
  }`,
  number: (told) => told.at('number'),
  dated: (told) => [told.at('fedBackAt'), told.at('compiled.at')],
  says: (told, word) => [told.at('productName').text, told.at('shopName').text, word('Verdict', told.at('conclusion').text)],
  stands: (told, word) => ({ says: [word('MonitoringDataState', told.at('state').text), versionOf(told.at('version'))], mark: markOf(told) }),
  draw(told, sheet) {
    sheet.facts([
      { zh: '监测中心', en: 'Centre', told: told.at('center.name') },
      { zh: '数据版本', en: 'Version', told: told.at('version'), show: ({ text }) => `第 ${text} 版${told.at('supersededBy').isGiven ? `（已由第 ${told.at('supersededBy.version').text} 版替代）` : ''}` },
      { zh: '数据状态', en: 'State', told: told.at('state'), show: sheet.coded('MonitoringDataState') },
      { zh: '反馈时间', en: 'Fed back', told: told.at('fedBackAt'), show: ({ text }) => dayAndTime(text) },
      { zh: '监测计划', en: 'Plan', told: told.at('plan'), show: (plan) => `${plan.at('number').text}\u3000${plan.at('title').text}`, wide: true },
      { zh: '样品编号', en: 'Sample No.', told: told.at('sample'), show: (sample) => sample.at('number').text || sample.at('blindNumber').text },
      { zh: '检验报告', en: 'Report', told: told.at('report'), show: (report) => `${report.at('number').text}\u3000${report.at('lab.participant.name').text}` },
    ]);
    sheet.section('一、产品', 'Product');
    sheet.facts([
      { zh: '产品名称', en: 'Product', told: told.at('productName') },
      { zh: '商标', en: 'Brand', told: told.at('brand') },
      { zh: '标称生产者', en: 'Nominal producer', told: told.at('producerName'), show: ({ text }) => `${text}${told.at('producerDisowned').value === true ? '（经核实非其生产）' : ''}` },
      { zh: '生产者代码', en: 'USCC', told: told.at('producerUscc') },
    ]);
    sheet.section('二、销售方', 'Seller');
    sheet.facts([
      { zh: '电商平台', en: 'Platform', told: told.at('platform'), show: (platform) => platform.at('participant.name').text || platform.at('id').text },
      { zh: '商品编号', en: 'Item id', told: told.at('listingItemId') },
      { zh: '店铺名称', en: 'Shop', told: told.at('shopName') },
      { zh: '所在地区', en: 'Region', told: told.at('sellerRegion'), show: named('name', 'code') },
      { zh: '经营者', en: 'Merchant', told: told.at('merchantName') },
      { zh: '统一社会信用代码', en: 'USCC', told: told.at('merchantUscc') },
    ]);
    sheet.section('三、检验结论', 'Conclusion');
    sheet.facts([{ zh: '检验结论', en: 'Conclusion', told: told.at('conclusion'), show: sheet.coded('Verdict'), strong: true, wide: true }]);
    sheet.section('四、不合格项目', 'Failed items');
    sheet.table(
      [{ zh: '序号', en: 'No.', width: 24 }, { zh: '检验项目', en: 'Item', width: '*' }, { zh: '标准', en: 'Standard', width: 120 }, { zh: '标准要求', en: 'Limit', width: 80 }, { zh: '实测值', en: 'Measured', width: 80 }],
      told.at('failedItems').rows.map((item, n) => [
        String(n + 1),
        sheet.cell('检验项目', item.at('name'), ({ text }) => `${text}${item.at('subItem').isGiven ? `（${item.at('subItem').text}）` : ''}`),
        sheet.cell('标准', item.at('standardNumber'), ({ text }) => `${text}-${item.at('standardVersion').text}`),
        sheet.cell('标准要求', item.at('limit'), ({ text }) => [text, item.at('unit').text].join(' ')),
        sheet.cell('实测值', item.at('measured'), ({ text }) => [text, item.at('unit').text].join(' ')),
      ]),
    );
    sheet.section('五、备注', 'Remark');
    sheet.framed('备注', told.at('remark'));
    sheet.facts([{ zh: '平台确认期限', en: 'Acknowledge by', told: told.at('acknowledgeBy'), show: ({ text }) => dueDayAndTime(text), wide: true }]);
    sheet.paragraph('依据风险信息抽取的样品，可据以判定不符合，不据以判定总体符合（GB/T 28863）。');
    sheet.signatures([['编制', 'Compiled by', told.at('compiled.userId'), told.at('compiled.at')], ['反馈', 'Fed back by', told.at('fedBack.userId'), told.at('fedBack.at')]], '监测中心印章');
  },
};

function markOf(told: Reading): string | undefined {
  const state = told.at('state').text;
  if (state === 'COMPILED') return '未反馈';
  return state === 'SUPERSEDED' ? supersededBy(told.at('supersededBy.version')) : undefined;
}
