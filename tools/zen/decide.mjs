// The peer of `zhiheng bench decide`: one item (food.expired: bracket, tier and band) as a decision table of
// zen-engine. Prints one answer and how many it gives a second, with its own trace and without.
import { ZenEngine } from '@gorules/zen-engine'

const tiers = [
  // must_lenient, may_lenient, must_aggravate, may_aggravate → tier; the table of the handbook, first row that fits
  ['> 0', '', '> 0', '', 'normal'],
  ['> 0', '', '', '> 0', 'normal'],
  ['', '> 0', '> 0', '', 'aggravated'],
  ['', '> 0', '', '> 0', 'normal'],
  ['', '', '> 0', '', 'aggravated'],
  ['', '', '', '> 0', 'aggravated'],
  ['> 0', '> 0', '', '', 'mitigated'],
  ['> 1', '', '', '', 'mitigated'],
  ['> 0', '', '', '', 'lenient'],
  ['', '> 0', '', '', 'lenient'],
  ['', '', '', '', 'normal'],
]
const bands = { mitigated: [0, 10], lenient: [10, 13], normal: [13, 17], aggravated: [17, 20] }
const ends = (tier, fixed) => bands[tier].map((times) => (fixed ? String(times * 5000) : `goods_value * ${times}`))

const inputs = ['goods_value', 'must_lenient', 'may_lenient', 'must_aggravate', 'may_aggravate']
const outputs = ['tier', 'min', 'max']
const rules = [true, false].flatMap((fixed) =>
  tiers.map(([ml, yl, ma, ya, tier], place) => {
    const [min, max] = ends(tier, fixed)
    return {
      _id: `r${fixed ? 'f' : 'm'}${place}`,
      goods_value: fixed ? '< 10000' : '>= 10000',
      must_lenient: ml,
      may_lenient: yl,
      must_aggravate: ma,
      may_aggravate: ya,
      tier: `'${tier}'`,
      min,
      max,
    }
  }),
)
const graph = {
  contentType: 'application/vnd.gorules.decision',
  nodes: [
    { id: 'in', type: 'inputNode', name: 'request', position: { x: 0, y: 0 } },
    {
      id: 'table',
      type: 'decisionTableNode',
      name: 'bands',
      position: { x: 1, y: 0 },
      content: {
        hitPolicy: 'first',
        inputs: inputs.map((field) => ({ id: field, field, name: field })),
        outputs: outputs.map((field) => ({ id: field, field, name: field })),
        rules,
      },
    },
    { id: 'out', type: 'outputNode', name: 'answer', position: { x: 2, y: 0 } },
  ],
  edges: [
    { id: 'a', type: 'edge', sourceId: 'in', targetId: 'table' },
    { id: 'b', type: 'edge', sourceId: 'table', targetId: 'out' },
  ],
}

const facts = JSON.parse(process.argv[2] ?? '{}')
const seconds = Number(process.argv[3] ?? '3')
const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(graph)))

// One after the other, and many at once; the better of the two counts.
async function perSecond(options, atOnce) {
  const until = performance.now() + seconds * 500
  const start = performance.now()
  let count = 0
  while (performance.now() < until) {
    const batch = []
    for (let i = 0; i < atOnce; ++i) batch.push(decision.evaluate(facts, options))
    await Promise.all(batch)
    count += atOnce
  }
  return (count * 1000) / (performance.now() - start)
}

async function best(options) {
  await perSecond(options, 100)
  return Math.round(Math.max(await perSecond(options, 1), await perSecond(options, 200)))
}

const { result } = await decision.evaluate(facts)
const traced = await best({ trace: true })
const plain = await best({})
console.log(JSON.stringify({ result, with_trace: traced, without_trace: plain }))
