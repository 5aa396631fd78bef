import type { FormKind } from '../document-kind.js';
import { named } from '../paper/amounts.js';
import { dayAndTime, dayOf, dueDayAndTime } from '../paper/day-and-time.js';
import type { Reading } from '../paper/reading.js';
import type { Sheet } from '../paper/sheet.js';
import { resultRows } from '../paper/result-rows.js';
import { supersededBy, versionOf } from '../paper/standing.js';

/** Inspection report (检验报告, 3.3, 5.3.4). What the query ReportFile asks is part of it, so what is attached is a file that `hub report verify` takes. */
export const inspectionReport: FormKind = {
  name: 'inspection-report',
  root: 'inspectionReport',
  title: '检验报告',
  subtitle: 'Inspection Report',
  selection: `{
    id document version number state conclusion cmaMark preparedAt issuedAt lateReason signature
    signingKey { id lab { id } publicJwk state issuedAt signsUntil revokedAt revocationReason }
    supersededBy { number version } supersedes { number } supersessionReason
    centerReceipt { statement signature publicJwk receivedAt center { name } }
    preparedBy reviewedBy approvedBy
    lab { id participant { name uscc region { name } } cma { certificateNumber validUntil } cnas { certificateNumber validUntil } }
    commission { number agreedDueAt commissioned { at } center { name } }
    sample { number blindNumber productKind quantity productName purchase { brand producerName } confirmation { batchNumber productionDate } }
    receipt { blindNumber productKind quantity receivedAt appearance condition sealNumber sealIntact mayAffectResult }
    results {
      itemCode itemName standardNumber standardVersion clause inScope verdict
      subcontractor { name cmaCertificateNumber reportNumber }
      failure { reason facts }
      subItems { name limitKind limit unit decisionRule rounding verdict judgement basis { kind reference } specimens { specimen measured reportingLimit uncertainty verdict replicates { values rule } } }
    }
  }`,
  number: (told) => told.at('number'),
  dated: (told) => [told.at('issuedAt'), told.at('preparedAt')],
  says: (told, word) => [told.at('lab.participant.name').text, told.at('sample.productName').text || told.at('sample.productKind').text, word('Verdict', told.at('conclusion').text)],
  stands: (told, word) => ({ says: [word('InspectionReportState', told.at('state').text), versionOf(told.at('version'))], mark: markOf(told) }),
  draw(told, sheet) {
    sheet.facts([
      { zh: '检验机构', en: 'Laboratory', told: told.at('lab.participant'), show: named('name', 'uscc'), wide: true },
      { zh: '资质认定标志', en: 'CMA mark', told: told.at('cmaMark') },
      { zh: 'CNAS 认可', en: 'CNAS', told: told.at('lab.cnas.certificateNumber') },
      { zh: '委托单位', en: 'Commissioned by', told: told.at('commission.center.name') },
      { zh: '委托单编号', en: 'Commission No.', told: told.at('commission.number') },
      { zh: '报告版本', en: 'Version', told: told.at('version'), show: ({ text }) => `第 ${text} 版` },
      { zh: '报告状态', en: 'State', told: told.at('state'), show: sheet.coded('InspectionReportState') },
      ...(told.at('supersedes').isGiven ? [{ zh: '取代报告', en: 'Supersedes', told: told.at('supersedes.number') }, { zh: '取代原因', en: 'Reason', told: told.at('supersessionReason') }] : []),
      ...(told.at('supersededBy').isGiven ? [{ zh: '已被取代', en: 'Superseded by', told: told.at('supersededBy.number'), wide: true }] : []),
    ]);
    sheet.section('一、样品', 'Sample');
    sheet.facts([
      { zh: '样品名称', en: 'Product', told: told.at('sample.productName') },
      { zh: '产品种类', en: 'Kind', told: firstOf(told.at('sample.productKind'), told.at('receipt.productKind')) },
      { zh: '样品编号', en: 'Sample No.', told: told.at('sample.number') },
      { zh: '盲样编号', en: 'Blind No.', told: firstOf(told.at('sample.blindNumber'), told.at('receipt.blindNumber')) },
      { zh: '商标', en: 'Brand', told: told.at('sample.purchase.brand') },
      { zh: '标称生产者', en: 'Nominal producer', told: told.at('sample.purchase.producerName') },
      { zh: '批号', en: 'Batch', told: told.at('sample.confirmation.batchNumber') },
      { zh: '生产日期', en: 'Produced on', told: told.at('sample.confirmation.productionDate'), show: ({ text }) => dayOf(text) },
      { zh: '检验数量', en: 'Quantity', told: told.at('receipt.quantity') },
      { zh: '收样日期', en: 'Received', told: told.at('receipt.receivedAt'), show: ({ text }) => dayAndTime(text) },
      { zh: '外观与状态', en: 'Appearance', told: told.at('receipt.appearance'), show: ({ text }) => [text, told.at('receipt.condition').text].filter(Boolean).join('；') },
      { zh: '封签', en: 'Seal', told: told.at('receipt.sealNumber'), show: ({ text }) => `${text}${told.at('receipt.sealIntact').value === false ? '（不完好）' : '（完好）'}` },
      ...(told.at('receipt.mayAffectResult').isGiven ? [{ zh: '影响因素', en: 'May affect result', told: told.at('receipt.mayAffectResult'), wide: true }] : []),
    ]);
    sheet.section('二、检验结果', 'Results');
    sheet.table(
      [
        { zh: '序号', en: 'No.', width: 22 },
        { zh: '检验项目', en: 'Item', width: '*' },
        { zh: '检验与判定依据', en: 'Standard, basis', width: 108 },
        { zh: '标准要求', en: 'Limit', width: 62 },
        { zh: '实测值', en: 'Measured', width: 84 },
        { zh: '单项结论', en: 'Verdict', width: 50 },
      ],
      resultRows(told.at('results'), sheet),
    );
    conclusion(told, sheet);
    sheet.signatures(
      [
        ['编制', 'Prepared', told.at('preparedBy'), told.at('preparedAt')],
        ['审核', 'Reviewed', told.at('reviewedBy')],
        ['批准', 'Approved', told.at('approvedBy'), told.at('issuedAt')],
      ],
      '检验检测专用章',
    );
    signature(told, sheet);
  },
};

/** Only what was issued is a report. */
function markOf(told: Reading): string | undefined {
  const state = told.at('state').text;
  if (state === 'ISSUED') return undefined;
  if (state === 'SUPERSEDED') return supersededBy(told.at('supersededBy.version'));
  if (state === '') return '状态未提供';
  return state === 'DISCARDED' ? '已作废' : '未签发';
}

/** GB/T 28863: what was chosen on prior information may fail a population, never pass it. */
function conclusion(told: Reading, sheet: Sheet): void {
  sheet.section('三、检验结论', 'Conclusion');
  sheet.facts([
    { zh: '检验结论', en: 'Conclusion', told: told.at('conclusion'), show: sheet.coded('Verdict'), strong: true, wide: true },
    { zh: '签发日期', en: 'Issued', told: told.at('issuedAt'), show: ({ text }) => dayAndTime(text) },
    { zh: '约定时间', en: 'Agreed by', told: told.at('commission.agreedDueAt'), show: ({ text }) => dueDayAndTime(text) },
    ...(told.at('lateReason').isGiven ? [{ zh: '逾期原因', en: 'Why late', told: told.at('lateReason'), wide: true }] : []),
  ]);
  sheet.paragraph('本报告仅对来样负责。依据风险信息抽取的样品，可据以判定不符合，不据以判定总体符合（GB/T 28863）。');
}

function signature(told: Reading, sheet: Sheet): void {
  sheet.section('四、电子签名', 'Electronic signature');
  sheet.facts([
    { zh: '签名密钥', en: 'Key (RFC 7638)', told: told.at('signingKey.id') },
    { zh: '签名算法', en: 'Algorithm (JWS)', told: told.at('signature'), show: ({ text }) => algorithmOf(text) },
    { zh: '密钥状态', en: 'State of the key', told: told.at('signingKey.state'), show: sheet.coded('SigningKeyState') },
    { zh: '密钥签发', en: 'Key issued', told: told.at('signingKey.issuedAt'), show: ({ text }) => dayAndTime(text) },
    { zh: '监测中心回执', en: 'Receipt of the centre', told: told.at('centerReceipt.receivedAt'), show: ({ text }) => `${told.at('centerReceipt.center.name').text}\u3000${dayAndTime(text)}`, wide: true },
  ]);
  sheet.paragraph('离线核验签名：另存本文件的附件 answer.json 以及公开密钥 /.well-known/report-keys.json、\n/.well-known/receipt-keys.json，执行 npx hub report verify answer.json --keys report-keys.json receipt-keys.json。');
}

function algorithmOf(jws: string): string {
  try {
    const { alg } = JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString()) as { alg?: string };
    return alg ?? '—';
  } catch {
    return '—';
  }
}

function firstOf(...told: readonly [Reading, ...Reading[]]): Reading {
  return told.find(({ isGiven }) => isGiven) ?? told[0];
}
