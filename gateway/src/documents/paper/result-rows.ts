import type { Content, Node } from './content.js';
import { ink } from './look.js';
import type { Reading } from './reading.js';
import type { Sheet } from './sheet.js';

/** The results of a report (检验结果, 5.3.3) in lines: one for each specimen of each part of each item. */
export function resultRows(results: Reading, sheet: Sheet): Content[][] {
  return results.rows.flatMap((result, n) => {
    const item = (): Node => ({ stack: [name(result, sheet), ...marks(result, sheet)] });
    if (result.at('failure').isGiven) {
      const facts = `检验不能：${sheet.word('InspectionFailureReason', result.at('failure.reason').text)}。${result.at('failure.facts').text}`;
      return [[String(n + 1), item(), standardOf(result), { text: facts, colSpan: 2 }, {}, verdict(result, sheet)]];
    }
    return result.at('subItems').rows.flatMap((part, m) =>
      part.at('specimens').rows.map((specimen, k): Content[] => [
        m + k === 0 ? String(n + 1) : '',
        { stack: [...(m + k === 0 ? [item()] : []), ...(k === 0 && part.at('name').isGiven ? [`— ${part.at('name').text}`] : [])] },
        k === 0 ? basisOf(result, part) : '',
        k === 0 ? limitOf(part, sheet) : '',
        measuredOf(part, specimen, sheet),
        { stack: [verdict(specimen, sheet), ...(k === 0 && part.at('judgement').isGiven ? [{ text: `判定理由：${part.at('judgement').text}`, fontSize: 6.5 }] : [])] },
      ]),
    );
  });
}

function name(result: Reading, sheet: Sheet): Node {
  return sheet.cell('检验项目', result.at('itemName'));
}

function marks(result: Reading, sheet: Sheet): Content[] {
  const subcontractor = result.at('subcontractor');
  return [
    ...(result.at('inScope').value === false ? [faint('※ 不在资质认定范围内')] : []),
    ...(subcontractor.isGiven ? [faint(`分包：${['name', 'cmaCertificateNumber', 'reportNumber'].map((part) => subcontractor.at(part).text).filter(Boolean).join('，')}`)] : []),
    ...(subcontractor.refusal ? [sheet.cell('分包方', subcontractor)] : []),
  ];
}

function faint(text: string): Node {
  return { text, fontSize: 6.5, color: ink.faint };
}

function standardOf(result: Reading): string {
  const clause = result.at('clause');
  return `${result.at('standardNumber').text}-${result.at('standardVersion').text}${clause.isGiven ? ` 第 ${clause.text} 条` : ''}`;
}

function basisOf(result: Reading, part: Reading): string {
  const standard = standardOf(result);
  const reference = part.at('basis.reference').text;
  const bare = (text: string) => text.replaceAll(/[\s第条]/g, '');
  return bare(standard).includes(bare(reference)) ? standard : `${standard}\n${reference}`;
}

const signs: Readonly<Record<string, string>> = { MAXIMUM: '≤ ', MINIMUM: '≥ ' };

function limitOf(part: Reading, sheet: Sheet): Node {
  const unit = part.at('unit').text;
  const rule = part.at('decisionRule').text;
  const text = `${signs[part.at('limitKind').text] ?? ''}${part.at('limit').text}${unit === '' ? '' : ` ${unit}`}`;
  return { stack: [{ text }, ...(rule === '' || rule === 'SIMPLE_ACCEPTANCE' ? [] : [faint(sheet.word('DecisionRule', rule))])] };
}

function measuredOf(part: Reading, specimen: Reading, sheet: Sheet): Node {
  const [unit, limit, uncertainty, values] = [part.at('unit').text, specimen.at('reportingLimit'), specimen.at('uncertainty'), specimen.at('replicates.values')];
  const measured = specimen.at('measured').text;
  const numeric = /^[\d.<>~-]/.test(measured) && !measured.startsWith('<LO');
  return {
    stack: [
      { text: `${specimen.at('specimen').isGiven ? `${specimen.at('specimen').text}：` : ''}${measured}${unit !== '' && numeric ? ` ${unit}` : ''}` },
      ...(limit.isGiven ? [faint(`检出（定量）限 ${limit.text} ${unit}`)] : []),
      ...(uncertainty.isGiven ? [faint(`U = ${uncertainty.text} ${unit}`)] : []),
      ...(values.isGiven ? [faint(`${sheet.word('ReplicateRule', specimen.at('replicates.rule').text)}：${values.rows.map(({ text }) => text).join('，')}`)] : []),
    ],
  };
}

function verdict(told: Reading, sheet: Sheet): Node {
  return { ...sheet.cell('单项结论', told.at('verdict'), sheet.coded('Verdict')), alignment: 'center' };
}
