import type { BenchmarkLine, BenchmarkReport, BenchmarkTable, BenchmarkTables } from '../../src/api/types'
import type { Routes } from './fakeServer'

const song = { id: 'song-yan', name: '宋岩' }
const head: Omit<BenchmarkTables['tables'][number], 'id' | 'state' | 'version'> = {
  table: 't',
  agency: '990101',
  title: '临江市城东区市场监督管理局食品、产品质量、广告和价格领域行政处罚裁量基准（2026年修订版）',
  file_name: '裁量基准（报审稿第三次修改）.xlsx',
  line_count: 500,
  from: '2026-12-01',
  drafted_by: song,
  lock: 3,
  created_at: '2026-11-16T09:00:00+08:00',
  updated_at: '2026-11-16T09:30:00+08:00',
}

const tiers = ['减轻', '从轻', '一般', '从重', '不予处罚']
const lines: BenchmarkLine[] = Array.from({ length: 30 }, (_, index) => ({
  row: index + 2,
  cells: [
    `生产经营标签不符合规定、超过保质期或者标注虚假生产日期的食品（第${Math.floor(index / 5) + 1}项）`,
    '《中华人民共和国食品安全法》第一百二十四条第一款第（五）项',
    tiers[index % 5] ?? '',
    '货值金额不足1万元，积极配合调查，主动消除或者减轻危害后果',
    '没收违法所得和违法生产经营的食品，并处5万元以上6.5万元以下罚款；货值金额1万元以上的，并处货值金额10倍以上13倍以下罚款',
    index % 5 === 0 ? '行政处罚法第三十二条' : '',
  ],
}))

const table: BenchmarkTable = {
  ...head,
  id: 'bt1',
  version: 2,
  state: 'waiting',
  lines,
  approvals_needed: 2,
  actions: ['map', 'approve', 'return'],
  signatures: [
    { n: 1, round: 1, action: 'submit', person: song, role: 'LEGAL', opinion: '', content_sm3: 'a'.repeat(64), at: '2026-11-16T10:00:00+08:00' },
    { n: 2, round: 1, action: 'approve', person: { id: 'lu-ping', name: '陆平' }, role: 'LEADER', opinion: '同意，与省局基准一致。', content_sm3: 'a'.repeat(64), at: '2026-11-17T10:00:00+08:00' },
  ],
  subjects: [
    {
      subject: 0,
      violation: '生产经营超过保质期的食品、食品添加剂',
      basis: '《中华人民共和国食品安全法》第一百二十四条第一款第（五）项',
      rows: [2, 3, 4],
      item: 'food.expired',
      item_name: '生产经营超过保质期的食品、食品添加剂',
      candidates: [{ item: 'food.expired', name: '生产经营超过保质期的食品、食品添加剂', likeness: 100, same_article: true }],
    },
    { subject: 1, violation: '擅自从事某种没有对应事项的活动', basis: '《某条例》第十条', rows: [5], item: null, candidates: [] },
  ],
}

const report: BenchmarkReport = {
  points: 128,
  faults: [{ lines: [4, 7], item: 'food.expired', kind: 'gap', title: '幅度有空档', detail: '生产经营超过保质期的食品（食品安全法 第一百二十四条第一款）：60000.00元（不含）至62000.00元（不含）之间没有等级' }],
  differences: Array.from({ length: 12 }, (_, index) => ({
    line: index + 2,
    item: 'food.expired',
    name: '生产经营超过保质期的食品、食品添加剂',
    tier: '从轻',
    serious: index % 7 === 0,
    law: '食品安全法',
    range: '50000.00元至100000.00元',
    before: '50000.00元至65000.00元',
    after: index % 2 === 0 ? '50000.00元至60000.00元' : '50000.00元至65000.00元',
    changes: index % 2 === 0,
  })),
}

/** A table on its way through the leaders, with a fault in its dry run. */
export const benchmarkRoutes: Routes = {
  'GET /api/benchmark-tables': {
    may_draft: true,
    tables: [
      { ...head, id: 'bt1', version: 2, state: 'waiting' },
      { ...head, id: 'bt0', version: 1, state: 'in_force' },
    ],
  },
  'GET /api/benchmark-tables/:id': table,
  'GET /api/benchmark-tables/:id/check': report,
}
