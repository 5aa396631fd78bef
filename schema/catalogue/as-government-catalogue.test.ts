import { catalogue } from '../generated/catalogue.js';
import { describe, expect, it } from 'vitest';
import { asGovernmentCatalogue, governmentColumns } from './as-government-catalogue.js';

const rows = asGovernmentCatalogue(catalogue, { code: '3063300', issued: '2026-11-28', providers: { MONITORING_CENTER: ['12330100MB1A000444'], REGULATOR: ['11330000MB1A0001XC', '11330100MB1A00028H'] } });
const row = (type: string, field: string) => rows.find((each) => each.信息资源代码 === `3063300/${type}` && each.信息项名称.endsWith(`（${field}）`));

describe('the catalogue as 政务数据目录', () => {
  it('has a row for each field of each resource, in all its columns', () => {
    expect(rows.length).toBe(catalogue.resources.flatMap(({ fields }) => fields).length);
    for (const each of rows) expect(Object.keys(each).sort()).toEqual([...governmentColumns].sort());
    // Not every provider is named with its code, nothing is open to everybody, and not every resource leads to another.
    const mayBeEmpty = ['信息资源提供方代码', '开放条件', '关联资源代码'];
    for (const column of governmentColumns) if (!mayBeEmpty.includes(column)) expect(rows.filter((each) => each[column] === ''), column).toEqual([]);
  });

  it('says in Chinese by which terms each is shared, to whom and on which basis', () => {
    expect(row('Purchase', 'price')).toMatchObject({ 信息资源名称: '购样', 信息资源提供方: '监测中心', 是否向社会开放: '否' });
    expect(rows.filter(({ 共享类型 }) => !['无条件共享', '有条件共享', '不予共享'].includes(共享类型))).toEqual([]);
    expect(row('Purchase', 'price')?.信息资源提供方代码).toBe('12330100MB1A000444');
    expect(row('MonitoringPlan', 'id')?.信息资源提供方代码).toBe('11330000MB1A0001XC、11330100MB1A00028H');
    expect(row('Listing', 'id')).toMatchObject({ 信息资源提供方: '电商平台', 信息资源提供方代码: '' });
    const [closed] = rows.filter(({ 共享类型 }) => 共享类型 === '不予共享');
    expect(closed?.共享条件).toContain('不予共享的依据：');
    expect(row('Lab', 'signatories')).toMatchObject({ 共享类型: '有条件共享' });
    expect(row('Lab', 'signatories')?.共享条件).toContain('监管部门、监测中心不持有该数据的，向持有单位（检验机构）的共享申请台（sharingRequests）申请：发送 requestSharing，写明字段、用途和截止日期；答复时限见代码表 duty-limits 的 AnswerSharingRequest');
    expect(row('Shop', 'listingsOnSale')?.共享条件).toContain('监测中心（用途：风险评估、统计）不持有该数据的，向持有单位（电商平台）');
    expect(rows.filter(({ 共享类型, 共享条件 }) => 共享类型 !== '有条件共享' && 共享条件.includes('requestSharing'))).toEqual([]);
    expect(row('Listing', 'id')?.共享条件).toContain('电商平台读取本单位持有的数据（法定依据：3.4）');
  });

  it('grades each: what is bought blind and what no notice has told yet are 重要数据, registers are not', () => {
    expect([...new Set(rows.map((each) => each.数据分级))].sort()).toEqual(['一般数据', '重要数据']);
    expect([row('Purchase', 'price'), row('MonitoringPlan', 'deadline'), row('ResultNotice', 'conclusion')].map((each) => each?.数据分级)).toEqual(['重要数据', '重要数据', '重要数据']);
    expect([row('Lab', 'id'), row('ResultNotice', 'number'), row('PublicNotice', 'id')].map((each) => each?.数据分级)).toEqual(['一般数据', '一般数据', '一般数据']);
  });

  it('names data types, update cycles and related resources by the contract', () => {
    expect(row('InspectionReport', 'id')).toMatchObject({ 数据类型: '字符型', 更新周期: '实时', 发布日期: '2026-11-28' });
    expect(row('Lab', 'id')).toMatchObject({ 更新周期: '每日' });
    expect(row('MonitoringPlan', 'deadline')).toMatchObject({ 数据类型: '日期时间型' });
    expect(row('MonitoringPlan', 'state')).toMatchObject({ 数据类型: '字符型（代码）' });
    expect(row('Sample', 'id')?.关联资源代码.split('、')).toContain('3063300/Purchase');
  });
});
