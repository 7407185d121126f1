import type { PaperSignatures, Publication } from '../../src/api/types'
import { benchmarkRoutes } from './benchmarkFixtures'
import type { Routes } from './fakeServer'

const no = '990101-2024-000001'
const person = (id: string, name: string) => ({ id, name })
export const zhou = person('zhou-min', '周敏')
const he = person('he-feng', '何峰')

export const session = {
  person: { ...zhou, account: 'zhoumin' },
  posts: [
    { node: 'donghu', node_name: '东湖市场监督管理所', agency: '990101', agency_name: '城东区市场监督管理局', roles: ['HANDLER'] },
  ],
  must_change_password: false,
  expires_at: '2026-11-22T10:00:00+08:00',
}

const choice = (value: string, label: string) => ({ value, label })
const yes = (name: string, label: string) => ({ name, label, type: 'bool', required: true })

export const fileCase = {
  id: 'file_case',
  title: '立案',
  phase: 'clue',
  phase_title: '案源与立案',
  basis: '程序规定 第十九条',
  roles: ['HANDLER'],
  least: 2,
  approval_chain: ['UNIT_HEAD', 'LEADER'],
  documents: [7],
  fields: [
    {
      name: 'conditions',
      label: '立案条件',
      type: 'object',
      required: true,
      fields: [
        yes('initial_evidence', '有证据初步证明存在违反市场监督管理法律、法规、规章的行为'),
        yes('punishable', '依据市场监督管理法律、法规、规章应当给予行政处罚'),
        yes('ours', '属于本部门管辖'),
        yes('in_time', '在给予行政处罚的法定期限内'),
      ],
    },
    { name: 'cause', label: '案由', type: 'text', required: true },
    { name: 'violations', label: '涉嫌违法事项', type: 'list', of: 'violation', required: true },
    { name: 'act_start', label: '违法行为开始之日', type: 'date', required: true },
    { name: 'act_end', label: '违法行为终了之日', type: 'date', required: true },
    yes('harm', '有危害后果'),
  ],
  paper: [
    { name: 'checked', label: '核查情况', type: 'longtext', required: false },
    { name: 'discretion', label: '裁量计算', type: 'object', required: false },
  ],
}

const penalty = {
  name: 'penalty',
  label: '处罚内容',
  type: 'penalty',
  required: false,
  fields: [
    { name: 'kinds', label: '处罚种类', type: 'list', required: true, choices: [choice('warning', '警告'), choice('fine', '罚款'), choice('confiscate_gains', '没收违法所得'), choice('confiscate_goods', '没收非法财物'), choice('suspend_licence', '暂扣许可证件'), choice('revoke_licence', '吊销许可证件'), choice('suspend_business', '责令停产停业')] },
    { name: 'fine', label: '罚款金额（元）', type: 'yuan', required: false },
    { name: 'gains', label: '没收违法所得金额（元）', type: 'yuan', required: false },
    { name: 'goods', label: '没收的财物', type: 'items', required: false, fields: [{ name: 'no', label: '序号', type: 'int', required: true }, { name: 'name', label: '物品名称', type: 'text', required: true }, { name: 'unit', label: '单位', type: 'text', required: true }, { name: 'quantity', label: '数量', type: 'any', required: true }, { name: 'value', label: '货值金额（元）', type: 'yuan', required: false }] },
    { name: 'violations', label: '违法事项', type: 'list', of: 'violation', required: true },
    { name: 'statute', label: '处罚依据', type: 'list', of: 'art', required: true, fields: [{ name: 'law', label: '法律法规名称', type: 'text', required: true }, { name: 'article', label: '条', type: 'int', required: true }, { name: 'paragraph', label: '款', type: 'int', required: false }, { name: 'item', label: '项', type: 'int', required: false }] },
    { name: 'tier', label: '裁量阶次', type: 'choice', required: false, choices: [choice('mitigated', '减轻处罚'), choice('lenient', '从轻处罚'), choice('normal', '一般处罚'), choice('aggravated', '从重处罚')] },
  ],
}

export const decide = {
  id: 'decide',
  title: '作出行政处理决定',
  phase: 'decide',
  phase_title: '决定',
  basis: '行政处罚法 第五十七条、第五十九条',
  roles: ['HANDLER'],
  least: 2,
  approval_chain: ['UNIT_HEAD', 'LEADER'],
  documents: [43, 45],
  fields: [
    { name: 'kind', label: '决定种类', type: 'choice', required: true, choices: [choice('penalty', '行政处罚'), choice('no_penalty', '不予行政处罚'), choice('not_established', '违法事实不能成立，不予行政处罚'), choice('transfer', '移送其他行政管理部门'), choice('judicial', '移送司法机关')] },
    penalty,
    { name: 'panel', label: '集体讨论记录', type: 'act', required: false, of_acts: ['panel_discuss'] },
    { name: 'bank', label: '罚款代收银行', type: 'text', required: false },
    { name: 'order_correction', label: '同时责令改正', type: 'bool', required: false },
  ],
  paper: [
    { name: 'facts', label: '经查明的事实', type: 'longtext', required: false },
    { name: 'discretion_reasons', label: '裁量的事实和理由', type: 'longtext', required: false },
    { name: 'discretion', label: '裁量计算', type: 'object', required: false },
  ],
}

const registerClue = {
  id: 'register_clue',
  title: '案源登记',
  phase: 'clue',
  phase_title: '案源与立案',
  basis: '程序规定 第十八条',
  roles: ['INTAKE', 'HANDLER'],
  least: 1,
  approval_chain: [],
  documents: [1],
  fields: [
    { name: 'source', label: '案件来源', type: 'choice', required: true, choices: ['监督检查', '投诉', '举报', '其他部门移送', '上级交办', '抽样检验'].map((label, i) => choice(['inspection', 'complaint', 'report', 'transfer', 'from_above', 'sampling'][i] ?? '', label)) },
    { name: 'found_on', label: '发现或者收到材料之日', type: 'date', required: true, help: '核查期限从这一天的第二天起算，登记后不能修改' },
    { name: 'content', label: '案源内容', type: 'longtext', required: true },
    { name: 'reporter', label: '举报人', type: 'object', required: false, fields: [{ name: 'named', label: '是否实名', type: 'bool', required: true }] },
  ],
  paper: [],
}

const registerComplaint = {
  ...registerClue,
  id: 'register_complaint',
  title: '投诉登记',
  phase: 'complaint',
  phase_title: '投诉举报',
  basis: '投诉举报处理办法 第八条至第十三条',
  roles: ['INTAKE'],
  fields: [
    { name: 'received_on', label: '收到之日', type: 'date', required: true },
    { name: 'competent_on', label: '有权处理的部门收到之日', type: 'date', required: true, help: '受理期限从这一天的第二天起算' },
    { name: 'kind', label: '类别', type: 'choice', required: true, choices: [choice('complaint', '投诉'), choice('report', '举报'), choice('both', '投诉和举报')] },
    { name: 'twelve_315_no', label: '12315平台编号', type: 'text', required: true },
  ],
  paper: [{ name: 'facts', label: '投诉事项及事实', type: 'longtext', required: false }],
}

const receiveReferral = {
  ...registerClue,
  id: 'receive_reverse_referral',
  title: '收到反向移送',
  phase: 'crime',
  phase_title: '涉嫌犯罪',
  basis: '行政处罚法 第二十七条; 移送规定 第十三条',
  roles: ['INTAKE'],
  fields: [
    { name: 'from', label: '移送机关', type: 'choice', required: true, choices: [choice('police', '公安机关'), choice('procuratorate', '人民检察院'), choice('court', '人民法院')] },
    { name: 'received_on', label: '收到之日', type: 'date', required: true },
    { name: 'reply_due', label: '要求回复之日', type: 'date', required: true },
    { name: 'opinion_no', label: '意见书文号', type: 'text', required: true },
  ],
  paper: [{ name: 'facts', label: '案源内容', type: 'longtext', required: false }],
}

export const procedure = {
  acts: [registerClue, registerComplaint, receiveReferral, fileCase, decide],
  states: { CLUE_CHECKING: '核查中', FILED: '已立案', INVESTIGATING: '调查中', DECISION_PENDING: '待决定', CLOSED: '已结案' },
  clocks: {},
  roles: { HANDLER: '执法人员', UNIT_HEAD: '办案机构负责人', LEADER: '负责人' },
  documents: { '7': { id: 'filing_approval', title: '立案／不予立案审批表' }, '45': { id: 'penalty_decision', title: '行政处罚决定书' } },
}

const clock = (code: string, title: string, due: string, days_left: number, status = 'running') => ({
  code, title, basis: '程序规定 第六十四条', of: 3, status, anchor: '2024-05-16', due, raw: due, days_left, provisional: false,
  explanation: ['自立案之日起九十日：2024-05-16 的第二天起算，第 90 天为 2024-08-14。', '2024-08-14 是工作日，不顺延。'],
})

export const caseView = {
  no,
  version: 7,
  agency: { code: '990101', name: '城东区市场监督管理局' },
  cause: '涉嫌生产经营标注虚假生产日期的食品案',
  procedure: 'ordinary',
  track: 'ordinary',
  state: { code: 'INVESTIGATING', label: '调查中' },
  sub: {},
  parties: [{ id: 'p1', kind: 'person', name: '钱大海', born: '1983-04-02', region: '990101', details: { address: '临江市城东区东湖路18号', phone: '13900000000' } }],
  handlers: [{ ...zhou, certificate_no: '99010100017' }, { ...he, certificate_no: '99010100023' }],
  tasks: [
    { id: 'clue', title: '登记案件来源', status: 'done', act: 'register_clue', basis: '程序规定 第十八条' },
    { id: 'file', title: '立案', status: 'done', act: 'file_case', basis: '程序规定 第十九条' },
    { id: 'evidence', title: '收集证据', status: 'begun', act: 'onsite_check', basis: '程序规定 第二十二条' },
    { id: 'report', title: '案件调查终结报告', status: 'can_start', act: 'report_investigation', basis: '程序规定 第四十八条' },
    { id: 'lift', title: '解除查封、扣押', status: 'waiting', act: 'lift_seizure', basis: '行政强制法 第二十八条', because: '等待负责人陆平审批' },
    { id: 'review', title: '案件审核', status: 'cannot_start', act: 'send_review', basis: '程序规定 第四十九条', because: '调查尚未终结，没有调查终结报告' },
    { id: 'decide', title: '作出行政处理决定', status: 'cannot_start', act: 'decide', basis: '行政处罚法 第六十二条', because: '尚未送达行政处罚告知书' },
  ],
  open: [
    { act: 'onsite_check', title: '现场检查', phase: 'evidence', basis: '程序规定 第二十八条', roles: ['HANDLER'], approval_chain: [], may_i: true },
    { act: 'report_investigation', title: '案件调查终结报告', phase: 'conclude', basis: '程序规定 第四十八条', roles: ['HANDLER'], approval_chain: ['UNIT_HEAD'], may_i: true },
    { act: 'serve', title: '送达', phase: 'notice', basis: '程序规定 第八十二条', roles: ['SERVER'], approval_chain: [], may_i: false },
  ],
  shut: [
    { act: 'send_review', title: '送审', phase: 'conclude', code: 'report_missing', message: '调查尚未终结，没有调查终结报告', basis: '程序规定 第四十九条', cure: ['report_investigation'] },
    { act: 'decide', title: '作出行政处理决定', phase: 'decide', code: 'notice_not_served', message: '尚未送达行政处罚告知书', basis: '行政处罚法 第六十二条', cure: ['approve_notice', 'serve'] },
  ],
  clocks: [
    clock('CASE_DECIDE', '作出处理决定', '2024-08-14', -3, 'missed'),
    clock('SEIZE', '查封、扣押期限', '2024-06-15', 3),
    clock('CLUE_CHECK', '案源核查', '2024-06-05', 0, 'met'),
  ],
  proposals: [],
  drafts: [{ act: 'decide', title: '作出行政处理决定', saved_at: '2024-06-20T10:32:05+08:00' }],
  facts: {
    violations: [{ id: 'food.fake-production-date', name: '生产经营标注虚假生产日期、保质期或者超过保质期的食品' }],
    act_start: '2024-04-15',
    act_end: '2024-05-16',
    goods_value: '3000.00',
    gains: '670.00',
    goods: [{ no: 1, name: '核桃乳（已更改日期）', unit: '箱', quantity: 24, value: '240.00' }, { no: 2, name: '核桃乳（已擦除日期）', unit: '箱', quantity: 30, value: '300.00' }],
  },
}

export const duty = {
  case_no: no, cause: caseView.cause, party: '钱大海', act: 'review', title: '审核', basis: '程序规定 第四十九条、第五十二条', because: '审核期限', due: '2024-06-03', days_left: 2,
}

export const proposal = {
  id: 'prop1', case_no: no, cause: caseView.cause, party_name: '钱大海', act: 'file_case', title: '立案', author: he, at: '2024-05-16T15:00:00+08:00',
  by: [he, zhou], data: { conditions: { initial_evidence: true, punishable: true, ours: true, in_time: true }, cause: '涉嫌生产经营标注虚假生产日期的食品案', violations: ['food.fake-production-date'], act_start: '2024-04-15', act_end: '2024-05-16', harm: false },
  paper: { checked: '经现场核查，当事人仓库内存放核桃乳共233箱，其中24箱已更改生产日期。' },
  steps: [{ kind: 'confirm', role: 'HANDLER', person: zhou }, { kind: 'approve', role: 'UNIT_HEAD' }, { kind: 'approve', role: 'LEADER' }],
  status: 'waiting', waiting_for: { kind: 'confirm', role: 'HANDLER', person: zhou, label: '等待协办人员确认' }, may_i: true,
  documents: [{ no: 7, document: 'filing_approval', title: '立案／不予立案审批表' }], type: fileCase,
  created_at: '2024-05-16T15:10:00+08:00', updated_at: '2024-05-16T15:10:00+08:00',
}

export const caseRows = Array.from({ length: 60 }, (_, i) => ({
  no: `990101-2024-${String(i + 1).padStart(6, '0')}`,
  cause: i === 1 ? '涉嫌销售有效磷、水溶性磷占有效磷的百分率、总汞不符合国家标准的过磷酸钙肥料并且名称特别长的案件' : caseView.cause,
  party: i === 1 ? '临江市城东区丰收农业生产资料综合经营服务有限责任公司' : '钱大海',
  state: 'INVESTIGATING', state_label: '调查中', handlers: ['周敏', '何峰'], waiting_for_me: i === 0,
  next_clock: i === 5 ? undefined : { code: 'CASE_DECIDE', title: '作出处理决定', due: '2024-08-14', days_left: i - 2, status: 'running', warned: i < 5 },
  registered_on: '2024-05-16', updated_at: '2024-05-16T15:10:00+08:00',
}))

export const finding = {
  outcome: 'penalty', limb: 'ordinary', statutory: { min: '50000.00', max: '100000.00', kind: 'fixed', mode: 'must' },
  allowed_tiers: ['aggravated'], allowed_with_approval: [], recommended_tier: 'aggravated',
  bands: { lenient: { min: '50000.00', max: '65000.00', min_incl: true, max_incl: false }, normal: { min: '65000.00', max: '85000.00', min_incl: true, max_incl: false }, aggravated: { min: '85000.00', max: '100000.00', min_incl: true, max_incl: true } },
  companions: [{ kind: 'order_correct', mode: 'mandatory', basis: '行政处罚法 第二十八条第一款' }, { kind: 'confiscate_illegal_gains', mode: 'mandatory', amount: '670.00', basis: '食品安全法 第一百二十四条第一款' }],
  flags: ['hearing'], ignored: [{ code: 'cooperates', why: '没有证据' }], verdict: { result: 'fits_tier', tier: 'aggravated', note: '86000.00元在从重幅度内' },
  trace: [{ step: 1, rule: 'version', source: '行政处罚法 第三十七条', input: { act_end: '2024-05-16' }, result: { law: 'FSL2021', versions: 2 } }, { step: 9, rule: 'decide_tier', source: '临江省裁量基准', input: { must_aggravate: 'intentional' }, result: { allowed: 'aggravated' } }],
  reasoning_text: '当事人的行为违反食品安全法第三十四条第（十）项。货值金额为3000.00元，不足一万元，法定幅度为50000.00元至100000.00元。',
}

export const evidence = [
  { id: 'ev1', no: `${no}-ZJ0001`, name: '仓库全景.jpg', type: 'image/jpeg', size: 2_345_678, sm3: 'a'.repeat(64), added_by: zhou, added_at: '2024-05-16T10:20:00+08:00' },
  { id: 'ev2', no: `${no}-ZJ0002`, name: '更改日期的工具.mp4', type: 'video/mp4', size: 123_456_789, sm3: 'b'.repeat(64), added_by: he, added_at: '2024-05-16T10:40:00+08:00' },
]

export const form = (type: { id: string }) => ({
  act: type.id, type, version: 7, values: type.id === 'decide' ? { kind: 'penalty', penalty: { kinds: ['fine', 'confiscate_gains', 'confiscate_goods'], fine: '86000', gains: '670.00', violations: ['food.fake-production-date'], statute: [{ law: '食品安全法', article: 124, paragraph: 1, item: 5 }], goods: caseView.facts.goods, tier: 'aggravated' } } : {},
  paper_values: {}, by: ['zhou-min', 'he-feng'],
  colleagues: [{ ...zhou, roles: ['HANDLER'], unit: 'donghu', unit_name: '东湖所', certificate_no: '99010100017' }, { ...he, roles: ['HANDLER'], unit: 'donghu', unit_name: '东湖所', certificate_no: '99010100023' }],
  approvers: [], references: { panel: [{ n: 9, act: 'panel_discuss', title: '集体讨论', at: '2024-06-28T09:00:00+08:00', summary: '同意' }] }, documents: type.id === 'file_case' ? [{ no: 7, document: 'filing_approval', title: '立案／不予立案审批表' }] : [], evidence,
})

export const acts = [
  { n: 1, act: 'register_clue', title: '案源登记', at: '2024-05-16T08:40:00+08:00', recorded_at: '2024-05-16T08:45:00+08:00', backdated_days: 0, by: [person('xu-jing', '徐静')], data: { source: 'report', found_on: '2024-05-16', content: '举报人称钱大海在仓库更改核桃乳生产日期。' }, paper: {}, signatures: [], summary: '举报', documents: [], hash: 'c'.repeat(64), struck: false },
  { n: 2, act: 'file_case', title: '立案', at: '2024-05-16T15:00:00+08:00', recorded_at: '2024-05-18T16:00:00+08:00', backdated_days: 2, by: [zhou, he], data: proposal.data, paper: proposal.paper, signatures: [{ step: 'approve', role: 'LEADER', name: '陆平', opinion: '同意立案', at: '2024-05-16T16:00:00+08:00' }], summary: '涉嫌生产经营标注虚假生产日期的食品案', documents: ['d7'], hash: 'd'.repeat(64), struck: false },
]

const tally = (title: string, key: string, changes: Record<string, number>) => ({
  key, title, cases: Object.values(changes).reduce((sum, each) => sum + each, 0), decided: '7500000.00', expected: '7750000.00', changes, replays: {},
})
const simulatedCase = (n: number) => ({
  case_no: `990101-2025-${String(n).padStart(6, '0')}`, item: '生产经营标注虚假生产日期、保质期或者超过保质期的食品', field: '食品', party: '个体工商户', size: '微型企业',
  decided_on: '2025-06-10', decided: '75000.00', expected: '77500.00', change: 'more', replay: n % 7 ? 'reproduced' : 'unreasoned_deviation',
  tier: 'normal', draft_tier: 'normal', ...(n % 7 ? {} : { why: '偏离阶次，未写明理由：75000.00元属于一般幅度，本案没有相应的裁量情节' }),
})
export const simulated = {
  ...tally('', '', { same: 320, more: 510, less: 84, exempt: 3, may_exempt: 41, unknown: 12 }), draft: '调整后的现行规则', unread: 2,
  replays: { reproduced: 940, reasoned_deviation: 9, unreasoned_deviation: 14, outside_range: 1, facts_missing: 6 },
  groups: {
    field: [tally('食品安全', 'food', { more: 400, less: 20, same: 100, may_exempt: 41 }), tally('特种设备', 'equipment', { same: 1 }), tally('广告', 'ads', { less: 64, same: 120, unknown: 12, exempt: 3 })],
    party: [tally('个人', 'natural', { more: 200 }), tally('个体工商户', 'individual_business', { more: 310, same: 300 })],
    size: [tally('微型企业', 'micro', { more: 310, same: 20 }), tally('规模未记载', 'unknown', { less: 84 })],
  },
  rows: [],
}

const reasons = '一、事理：专门购置喷码机（证据：询问笔录（钱大海），2024年5月20日）。\n二、法理：货值金额为3000.00元，不足10000.00元，法定幅度为50000.00元至100000.00元。\n三、道理：从重处罚对应幅度为85000.00元至100000.00元。\n四、情理：当事人在法定期限内未提出陈述、申辩。'
const condition = (code: string, title: string, standing: string) => ({ code, title, standing })
/** What the desk says while an act is written: circumstances count only with evidence, another tier needs its reason. */
export const advice = (body: unknown) => {
  const asked = body as { act: string; data: { penalty?: { fine?: string } }; paper?: { discretion?: { circumstances?: { code: string; evidence_ids: string[] }[] } } }
  const named = asked.paper?.discretion?.circumstances ?? []
  const standing = (code: string) => {
    const claim = named.find((each) => each.code === code)
    return claim ? (claim.evidence_ids.length > 0 ? 'held' : 'without_evidence') : 'missing'
  }
  const conditions = [['minor', '违法行为轻微'], ['corrected_in_time', '及时改正'], ['no_harm', '没有造成危害后果']].map(([code = '', title = '']) => condition(code, title, standing(code)))
  const outside = asked.data.penalty?.fine === '70000'
  return { json: {
    finding: outside ? { ...finding, verdict: { result: 'other_tier', tier: 'normal', note: '70000.00元属于一般幅度，本案没有相应的裁量情节' } } : finding,
    grounds: [
      { effect: 'no_penalty', title: '违法行为轻微并及时改正，没有造成危害后果', source: '行政处罚法 第三十三条第一款', holds: conditions.every((each) => each.standing === 'held'), complete: true, may_decline: true, conditions },
      { effect: 'may_no_penalty', title: '首违不罚、轻微违法不予处罚事项清单（第一批）：销售少量超过保质期的食品', source: '国市监法〔2025〕10号', holds: false, complete: false, may_decline: false, conditions: [condition('goods_value', '货值金额', 'held'), condition('source_disclosed', '如实说明进货来源', 'missing')] },
    ],
    reasoning: asked.act === 'decide' ? reasons : '',
    drafted: { parts: asked.act === 'decide' ? [{ field: 'paper.discretion_reasons', text: reasons }] : [], evidence: [] },
    proofs: [{ ref: 'ev1', title: `${no}-ZJ0001 仓库全景.jpg` }, { ref: 'ev2', title: `${no}-ZJ0002 更改日期的工具.mp4` }, { ref: '2', title: '现场笔录，2024年5月16日' }, { ref: '7', title: '询问笔录（钱大海），2024年5月20日' }],
  } }
}

const checked = { accepted: true, recorded_at_once: false, steps: proposal.steps, state_after: { code: 'FILED', label: '已立案' }, clocks_started: [clock('CASE_DECIDE', '作出处理决定', '2024-08-14', 90)], documents: proposal.documents, discretion: undefined }
/** 偏离裁量阶次: the refusal the server gives when no reason is written. */
function unreasoned(body: unknown): object | undefined {
  const asked = body as { data: { penalty?: { fine?: string } }; paper?: { discretion?: { deviation_reason?: string } } }
  if (asked.data.penalty?.fine !== '70000' || asked.paper?.discretion?.deviation_reason) return undefined
  return {
    ...checked, accepted: false,
    refusal: { code: 'deviation_without_reason', message: '拟罚款数额偏离本案的裁量阶次，应当写明理由。', basis: '行政处罚法 第三十四条；程序规定 第四十八条', field: 'paper.discretion.deviation_reason', also: [], cure: [] },
  }
}

const named = (code: string, label: string) => ({ code, label })
const filed = named('FILED', '已立案')
const investigating = named('INVESTIGATING', '调查取证')
/** A case under investigation, with one act that carries it on and two reasons why others are shut. */
const why = {
  state: investigating,
  passages: [
    { from: named('NONE', '尚未登记'), to: named('CLUE_CHECKING', '核查中'), at: '2024-05-14T10:00:00+08:00', n: 1, title: '案源登记', basis: '程序规定 第十八条', by: [{ id: 'zhou-min', name: '周敏' }] },
    { from: named('CLUE_CHECKING', '核查中'), to: filed, at: '2024-05-15T10:00:00+08:00', n: 2, title: '立案', basis: '程序规定 第十九条', by: [{ id: 'zhou-min', name: '周敏' }] },
    { from: filed, to: investigating, at: '2024-05-16T00:00:00+08:00' },
  ],
  states: [named('CLUE_CHECKING', '核查中'), named('NOT_FILED', '不予立案'), filed, investigating, named('IN_REVIEW', '审核中'), named('PANEL_PENDING', '集体讨论'), named('COURT_APPLIED', '已申请法院强制执行'), named('CLOSED', '已结案'), named('ARCHIVED', '已归档')],
  next: [
    {
      act: 'report_investigation', title: '调查终结报告', phase: 'conclude', phase_title: '调查终结与审核', basis: '程序规定 第四十八条', may_i: true,
      who: [{ id: 'zhou-min', name: '周敏' }, { id: 'he-feng', name: '何峰' }], two: true,
      approvers: [{ role: 'UNIT_HEAD', label: '办案机构负责人', people: [{ id: 'qian-wei', name: '钱伟' }] }],
      leads_to: [named('IN_REVIEW', '审核中')], meets: [{ code: 'CASE_DECIDE', title: '办案期限', due: '2024-08-13' }],
    },
    { act: 'note', title: '工作记录', phase: 'any', phase_title: '随时', basis: '执衡设计规则', may_i: true, who: [], two: false, approvers: [], leads_to: [], meets: [] },
  ],
  shut: [
    { act: 'check_correction', title: '复查改正情况', phase: 'evidence', phase_title: '调查取证', code: 'reference_invalid', message: '案件中没有责令改正', basis: '行政处罚法 第二十八条', cure: [{ act: 'order_correction', title: '责令改正', open: true, may_i: true }] },
    { act: 'decide', title: '作出行政处理决定', phase: 'decide', phase_title: '决定', code: 'act_not_open', message: '案件目前的阶段不能进行这一行为', basis: '程序规定 第六十条', cure: [] },
  ],
}

const signatureOf = (kind: 'seal' | 'officer', holds: boolean) => ({
  id: kind, kind, label: kind === 'seal' ? '电子印章' : '执法人员电子签名', signer: '周敏', at: '2024-07-04T16:20:00+08:00', holds,
  certificate: { serial: '0a1b2c3d4e5f6071', subject: kind === 'seal' ? '临江市城东区市场监督管理局' : '周敏', issuer: '执衡演示根证书', from: '2024-01-01T00:00:00+08:00', until: '2026-12-31T23:59:59+08:00', revoked: null },
  checks: [{ what: 'signature' as const, holds: true, words: '签名与签名内容相符' }, { what: 'certificate' as const, holds: true, words: '证书由受信任的机构签发' }, { what: 'pdf' as const, holds, words: holds ? 'PDF文件未改动' : 'PDF文件与签名时不一致' }],
})
const paperSignatures: PaperSignatures = {
  sealed_at: '2024-07-04T16:20:00+08:00', sealed_by: '周敏', pdf_sm3: 'e'.repeat(64), seal_place: true, may_seal: false, may_sign: true, answers: [{ message: '罚款“5000元”与大写“肆仟元”不一致。', answer: '大写为笔误，已当面告知当事人并另行更正。', by: '周敏', at: '2024-07-04T16:20:00+08:00' }], places: ['当事人（签名或者盖章）', '见证人（签名）'],
  signatures: [signatureOf('seal', true), signatureOf('officer', false)],
  handwritten: [{ role: '当事人（签名）', name: '钱大海', at: '2024-07-04T16:10:00+08:00', device: '平板', taken_by: '周敏', sm3: 'f'.repeat(64), holds: true, writing: { width: 9000, height: 4000, strokes: [[[800, 800, 0, 500], [2400, 3000, 200, 600]], [[4200, 700, 500, 500], [4000, 3300, 800, 700]]] } }],
}
const publication: Publication = {
  document: 'd45', title: '行政处罚决定书', number: '城东市监处罚〔2024〕1号', counts: { name: 2, identity: 1 }, left: [],
  paragraphs: [{ changed: true, parts: [{ text: '当事人：' }, { text: '钱大海', kind: 'name', instead: '钱某' }, { text: '，公民身份号码' }, { text: '110105194912310021', kind: 'identity', instead: '（身份证件号码略）' }] }, { changed: false, parts: [{ text: '本局决定罚款5000元。' }] }],
}

export const routes: Routes = {
  ...benchmarkRoutes,
  'POST /api/simulations': (body: unknown) => {
    const asked = body as { from: string; cases?: { key?: string } }
    if (asked.from < '2001') return { json: { ...simulated, cases: 0, changes: {}, groups: { field: [], party: [], size: [] } } }
    return { json: asked.cases ? { ...simulated, rows: Array.from({ length: 500 }, (_, n) => simulatedCase(n + 1)), next: 'x' } : simulated }
  },
  'GET /api/session': session,
  'DELETE /api/session': () => ({ status: 204 }),
  'GET /api/procedure': procedure,
  'GET /api/violations': [{ id: 'food.fake-production-date', name: '生产经营标注虚假生产日期、保质期或者超过保质期的食品', versions: [{ law: 'FSL2021', law_title: '食品安全法', version_date: '2021-04-29', from: '2021-04-29', to: null, violated: '食品安全法 第三十四条第（十）项', penalty: '食品安全法 第一百二十四条第一款第（五）项', facts: [{ name: 'goods_value', title: '货值金额', type: 'money' }], serious_facts: [{ code: 'other_serious', title: '其他情节严重的情形' }] }] }],
  'GET /api/people': form(decide).colleagues,
  'GET /api/inbox': { proposals: [proposal], returned: [{ ...proposal, id: 'prop2', status: 'returned', returned_reason: '违法行为终了之日应为2024年5月16日，请核对', title: '案件调查终结报告' }], clocks: [], tasks: [duty], more_tasks: false, benchmark_tables: [] },
  'GET /api/cases': { cases: caseRows, next: 'x' },
  'GET /api/cases/:no': caseView,
  'GET /api/cases/:no/why': why,
  'GET /api/cases/:no/acts': acts,
  'GET /api/cases/:no/evidence': evidence,
  'GET /api/cases/:no/file-names': evidence.map((each, index) => ({
    evidence: each.id, file_name: each.name,
    ...(index === 0
      ? { state: 'proposed', proposal: { kind_id: 'business_licence', kind: '营业执照', name: '营业执照（临江市城东区某某乳品店） 2020-03-12', why: ['标题“营业执照”', '有“经营范围”', '名称与本案当事人一致'] } }
      : { state: 'failed', failure: '本服务器没有安装文字识别程序（tesseract-ocr），请人工命名' }),
  })),
  'GET /api/evidence/:id/custody': [{ kind: 'received', label: '收存', by: zhou, at: '2024-05-16T10:20:00+08:00' }],
  'GET /api/documents/:id/electronic-service': {
    accounts: [{ channel: 'email', account: 'feng.qiming@example.cn' }],
    recipient: '冯启明',
    codes_go_apart: true,
    needs_recon_channel: true,
    recon_channel: '',
    services: [
      {
        id: 's2', state: 'sent', channel: 'email', account: 'feng.qiming@example.cn', code_to: '13900000126', sent_by: zhou,
        sent_at: '2026-11-10T09:00:00+08:00', expires_at: '2026-11-25T09:00:00+08:00', remind_on: '2026-11-13', remind: true,
        carrier: '250 2.0.0 Ok: queued as 4XyZ',
      },
      {
        id: 's1', state: 'void', channel: 'email', account: 'feng.qiming@example.cn', code_to: '13900000126', sent_by: zhou,
        sent_at: '2026-11-09T09:00:00+08:00', expires_at: '2026-11-24T09:00:00+08:00', remind_on: '2026-11-12', remind: false, carrier: '',
      },
    ],
  },
  'GET /api/cases/:no/documents': [{ id: 'd7', document: 'filing_approval', no: 7, title: '立案／不予立案审批表', number: '', act_n: 2, status: 'made', made_at: '2024-05-16T16:00:00+08:00', slot: 'F1', sheets: [], sm3: 'e'.repeat(64) }, { id: 'd45', document: 'penalty_decision', no: 45, title: '行政处罚决定书', number: '城东市监处罚〔2024〕1号', act_n: 9, status: 'made', made_at: '2024-07-04T16:00:00+08:00', slot: 'Z1', sheets: [] }],
  'GET /api/documents/:id/signatures': paperSignatures,
  'GET /api/documents/:id/publication': publication,
  'GET /api/documents/:id/text': () => ({ text: '城东区市场监督管理局\n行政处罚决定书\n城东市监处罚〔2024〕1号\n\n当事人：钱大海' }),
  'GET /api/cases/:no/verification': { ok: true, acts: 2, head: 'd'.repeat(64), faults: [] },
  'GET /api/cases/:no/acts/file_case/form': form(fileCase),
  'GET /api/cases/:no/acts/decide/form': form(decide),
  'PUT /api/cases/:no/drafts/:act': { saved_at: '2024-06-20T10:32:05+08:00' },
  'DELETE /api/cases/:no/drafts/:act': () => ({ status: 204 }),
  'POST /api/discretion': finding,
  'POST /api/cases/:no/acts/advice': advice,
  'POST /api/cases/:no/preview': () => ({
    json: { lines: [{ kind: 'title', runs: [{ text: '立案审批表' }] }, { kind: 'body', runs: [{ text: '案由：' }, { text: '涉嫌生产经营标注虚假生产日期的食品案', field: 'data.cause' }] }] },
  }),
  'POST /api/cases/:no/preview/sheets': () => ({
    json: {
      sheets: [
        {
          width: 595,
          height: 842,
          picture: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842"><rect x="80" y="90" width="430" height="24" fill="#ccc"/><rect x="80" y="120" width="200" height="24" fill="#ccc"/></svg>',
          sentences: [{ field: 'data.cause', text: '涉嫌生产经营标注虚假生产日期的食品案', lines: [{ x: 134, y: 107, width: 723, height: 29 }, { x: 134, y: 143, width: 336, height: 29 }] }],
        },
        { width: 595, height: 842, picture: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842"/>', sentences: [] },
      ],
    },
  }),
  'POST /api/cases/:no/acts/check': (body: unknown) => ({ json: unreasoned(body) ?? checked }),
  'POST /api/cases/:no/acts': () => ({ status: 202, json: { recorded: false, proposal } }),
  'GET /api/proposals/:id': proposal,
  'POST /api/proposals/:id/confirm': { proposal: { ...proposal, may_i: false }, recorded: false },
}
export const caseNo = no
