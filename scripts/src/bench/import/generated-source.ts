import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { KeptMapping } from '@hub/imports/mapping/kept-mappings.js';
import { inGb18030 } from './in-gb18030.js';

/** A file to be imported, and the mapping by which it is read. */
export interface GeneratedSource {
  readonly file: string;
  readonly mapping: KeptMapping;
}

const columns = ['平台', '报告编号', '商品标题', '类目', '品牌', '质量问题', '问题说明', '风险等级', '销量', '店铺', '伤害情况', '链接', '发现日期'];
const products = ['电热水壶', '儿童安全座椅', '充电宝', '燃气灶', '电动自行车充电器', '婴儿床', '取暖器', '插座转换器', '毛绒玩具', '蓝牙耳机', '电热毯'];
const hazards = ['漏电', '起火', '小零件脱落', '过热', '窒息', '邻苯二甲酸酯超标', '夹伤'];
const words = ['买家', '反映', '使用', '一周', '后', '外壳', '开裂', '底座', '发热', '冒烟', '标签', '与', '实物', '不符', '抽检', '复测', '仍', '不合格', '已', '下架'];

/** Reports of platforms' quality management, each unlike every other and the same in every run, in the encoding of the mapping that ships. */
export async function generateSource(folder: string, rows: number): Promise<GeneratedSource> {
  const file = join(folder, 'generated.tsv');
  await pipeline(Readable.from(lines(rows)), createWriteStream(file));
  return { file, mapping: 'platform-quality' };
}

function* lines(rows: number): Generator<Buffer> {
  yield inGb18030(`${columns.join('\t')}\n`);
  for (let row = 1; row <= rows; row += 1) yield inGb18030(`${cellsOf(row).join('\t')}\n`);
}

function cellsOf(row: number): (string | number)[] {
  const one = <Value>(list: readonly Value[], stride: number) => list[Math.floor(row / stride) % list.length] as Value;
  const told = Array.from({ length: 12 }, (_, index) => words[(row * (index + 3) + index * index) % words.length]).join('');
  const day = new Date(Date.UTC(2024, 0, 1 + (row % 700))).toISOString().slice(0, 10);
  const product = one(products, 1);
  return [
    one(['平台甲', '平台乙', '平台丙'], 1), `BG${row}`, `${product} ${row.toString(36).toUpperCase()} 型`, `家居 > ${product}`, `品牌${row % 997}`, `${one(hazards, 1)}；${one(hazards, 7)}`,
    `${told}，样品 ${row}。`, one(['高', '中', '低'], 3), row % 10_000, `店铺${row % 4_999}`, row % 20 === 0 ? '手部轻微烫伤' : '', `https://example.com/items/${row}`, day,
  ];
}
