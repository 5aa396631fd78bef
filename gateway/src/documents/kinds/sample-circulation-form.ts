import type { FormKind } from '../document-kind.js';
import type { Content } from '../paper/content.js';
import { dayAndTime } from '../paper/day-and-time.js';
import type { Reading } from '../paper/reading.js';
import type { Sheet } from '../paper/sheet.js';

/** Circulation form of a sample (样品流转单, 5.2.3 to 5.3.1): through whose hands it went, from buying to its disposal. */
export const sampleCirculationForm: FormKind = {
  name: 'sample-circulation-form',
  root: 'sample',
  title: '样品流转单',
  subtitle: 'Circulation Form of a Sample',
  selection: `{
    id blindNumber productKind quantity number productName state conclusion
    commission { number center { name } lab { participant { name } } }
    purchase { number purchasedAt boughtById platform { participant { name } } productName brand }
    confirmation { batchNumber productionDate quantity acted { userId at } }
    shipment { place carrier waybill shippedAt late acted { userId at } }
    receipt { receivedAt condition acted { userId at } }
    verification { meets reasons acted { userId at } }
    registered { userId at }
    warehousing { place sealNumber quantityForTest quantityRetained acted { userId at } }
    dispatch { sealNumber resealReason quantity carrier waybill acted { userId at } }
    receiptAtLab { receivedAt sealIntact }
    goodsReturn { reason carrier waybill acted { userId at } }
    relabellings { number purchaseNumber reason acted { userId at } }
    disposals { method place quantity reason disposed { userId at } witness { agrees signed { userId at } } }
    receipts { id state lab { participant { name } } receivedAt appearance condition sealNumber sealIntact storage { place since temperature { lowest highest } humidity { lowest highest } } storageOutOfRange received { userId at } custody { at fromUserId toUserId purpose } }
  }`,
  number: (told) => (told.at('number').isGiven ? told.at('number') : told.at('blindNumber')),
  dated: (told) => [...told.at('disposals').rows.toReversed().map((row) => row.at('disposed.at')), ...['dispatch.acted.at', 'warehousing.acted.at', 'registered.at', 'purchase.purchasedAt'].map((place) => told.at(place)), ...told.at('receipts').rows.map((row) => row.at('receivedAt'))],
  says: (told) => [told.at('productName').text || told.at('productKind').text],
  stands: (told, word) => ({ says: [word('SampleState', told.at('state').text)] }),
  draw(told, sheet) {
    sheet.facts([
      { zh: '样品编号', en: 'Sample No.', told: told.at('number') },
      { zh: '盲样编号', en: 'Blind No.', told: told.at('blindNumber') },
      { zh: '样品名称', en: 'Product', told: told.at('productName') },
      { zh: '产品种类', en: 'Kind', told: told.at('productKind') },
      { zh: '商标', en: 'Brand', told: told.at('purchase.brand') },
      { zh: '批号', en: 'Batch', told: told.at('confirmation.batchNumber') },
      { zh: '购样单', en: 'Purchase form', told: told.at('purchase.number') },
      { zh: '委托单', en: 'Commission', told: told.at('commission.number') },
      { zh: '检验样数量', en: 'For the test', told: told.at('warehousing.quantityForTest') },
      { zh: '备样数量', en: 'Retained', told: told.at('warehousing.quantityRetained') },
      { zh: '当前状态', en: 'State', told: told.at('state'), show: sheet.coded('SampleState'), wide: true },
    ]);
    sheet.section('一、流转记录', 'Circulation');
    sheet.table(
      [
        { zh: '环节', en: 'Step', width: 56 },
        { zh: '时间', en: 'Time', width: 66 },
        { zh: '经办人', en: 'By', width: 62 },
        { zh: '情况', en: 'What was found', width: '*' },
        { zh: '交接签字', en: 'Signed by hand', width: 72 },
      ],
      [...steps(told, sheet), ...told.at('receipts').rows.flatMap((receipt) => atLab(receipt, sheet)), ...ends(told, sheet)],
    );
    if (told.at('relabellings').rows.length > 0) {
      sheet.section('二、标签更正', 'Relabelling');
      sheet.table(
        [{ zh: '对方样品', en: 'The other', width: 90 }, { zh: '原对应购样单', en: 'Thought to be of', width: 110 }, { zh: '原因', en: 'Reason', width: '*' }, { zh: '更正', en: 'By, at', width: 110 }],
        told.at('relabellings').rows.map((was) => [sheet.cell('对方样品', was.at('number')), sheet.cell('原对应购样单', was.at('purchaseNumber')), sheet.cell('原因', was.at('reason')), sheet.cell('更正', was.at('acted'), by)]),
      );
    }
    sheet.signatures([['制单', 'Made by', undefined], ['样品管理员', 'Storekeeper', undefined]], '监测中心印章');
  },
};

function steps(told: Reading, sheet: Sheet): Content[][] {
  const step = (name: string, part: string, what: (told: Reading) => string, at = 'acted.at', who = 'acted.userId') => line(name, told.at(part), what, sheet, at, who);
  return [
    ...step('购样', 'purchase', (purchase) => `${purchase.at('platform.participant.name').text}\u3000${purchase.at('productName').text}`, 'purchasedAt', 'boughtById'),
    ...step('确认', 'confirmation', (found) => `清点 ${found.at('quantity').text} 件${found.at('batchNumber').isGiven ? `，批号 ${found.at('batchNumber').text}` : ''}`),
    ...step('寄送', 'shipment', (sent) => `寄往 ${sent.at('place').text}；${sent.at('carrier').text} ${sent.at('waybill').text}${sent.at('late').value === true ? '（逾期）' : ''}`, 'shippedAt'),
    ...step('收样', 'receipt', (came) => came.at('condition').text, 'receivedAt'),
    ...step('核查', 'verification', (checked) => `${checked.at('meets').value === true ? '符合要求' : '不符合要求'}${checked.at('reasons').isGiven ? `：${checked.at('reasons').text}` : ''}`),
    ...step('登记', 'registered', () => '已登记', 'at', 'userId'),
    ...step('入库', 'warehousing', (kept) => `存放 ${kept.at('place').text}；封签 ${kept.at('sealNumber').text}；检验样 ${kept.at('quantityForTest').text}，备样 ${kept.at('quantityRetained').text}`),
    ...step('出库送检', 'dispatch', (left) => `${left.at('quantity').text} 件；封签 ${left.at('sealNumber').text}${left.at('resealReason').isGiven ? `（重新封样：${left.at('resealReason').text}）` : ''}；${left.at('carrier').text} ${left.at('waybill').text}`),
  ];
}

function atLab(receipt: Reading, sheet: Sheet): Content[][] {
  const lab = receipt.at('lab.participant.name').text;
  return [
    ...line(
      '检验机构收样',
      receipt.at('receivedAt').isGiven ? receipt : receipt.at('receivedAt'),
      (came) => `${lab}\u3000${came.at('appearance').text}；${came.at('condition').text}；封签 ${came.at('sealNumber').text || '无'}${came.at('sealIntact').value === true ? '（完好）' : '（不完好）'}`,
      sheet,
      'receivedAt',
      'received.userId',
    ),
    ...line('检验机构存放', receipt.at('storage'), (kept) => `${kept.at('place').text}${condition('，温度', kept.at('temperature'), '℃')}${condition('，湿度', kept.at('humidity'), '%')}`, sheet, 'since', undefined),
    ...(receipt.at('custody').refusal ? line('机构内流转', receipt.at('custody'), () => '', sheet, 'at', undefined) : []),
    ...receipt.at('custody').rows.flatMap((entry) => line('机构内流转', entry, (moved) => `${moved.at('fromUserId').text || '入机构'} → ${moved.at('toUserId').text}：${moved.at('purpose').text}`, sheet, 'at', 'toUserId')),
  ];
}

function ends(told: Reading, sheet: Sheet): Content[][] {
  return [
    ...(told.at('goodsReturn').isGiven ? line('退货', told.at('goodsReturn'), (sent) => `${sent.at('reason').text}；${[sent.at('carrier').text, sent.at('waybill').text].filter(Boolean).join(' ')}`, sheet) : []),
    ...told.at('disposals').rows.flatMap((gone) =>
      line('处置', gone, (what) => `${sheet.word('DisposalMethod', what.at('method').text)} ${what.at('quantity').text} 件，${what.at('place').text}；${what.at('reason').text}${what.at('witness').isGiven ? `；见证人 ${what.at('witness.signed.userId').text}${what.at('witness.agrees').value === true ? '' : '（不同意）'}` : '；待见证'}`, sheet, 'disposed.at', 'disposed.userId'),
    ),
  ];
}

/** One step; none where it has not been taken, and a marked blank where the terms withhold it. */
function line(name: string, told: Reading, what: (told: Reading) => string, sheet: Sheet, at = 'acted.at', who: string | undefined = 'acted.userId'): Content[][] {
  if (!told.isGiven && !told.refusal) return [];
  if (!told.isGiven) return [[name, { ...sheet.cell(name, told), colSpan: 3 }, {}, {}, '']];
  const time = ({ text }: Reading) => dayAndTime(text);
  return [[name, sheet.cell(`${name}时间`, told.at(at), time), who === undefined ? '—' : sheet.cell(`${name}经办人`, told.at(who)), sheet.cell(name, told, what), '']];
}

function condition(name: string, range: Reading, unit: string): string {
  if (!range.isGiven) return '';
  return `${name} ${range.at('lowest').text || '…'}~${range.at('highest').text || '…'} ${unit}`;
}

function by(acted: Reading): string {
  return `${acted.at('userId').text} ${dayAndTime(acted.at('at').text)}`;
}
