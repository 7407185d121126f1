// Adds up the results of all runners: node tools/totals.mjs build/results
// A program that broke before it could write its results, or failed after all its cases passed (a leak found at
// the end), counts as one failure.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const folder = process.argv[2]
const rows = []
const failures = []
const attribute = (tag, name) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
const files = (pattern) => readdirSync(folder).filter((name) => pattern.test(name)).sort()

function gtestCases(program) {
  const path = join(folder, 'gtest', `${program}.xml`)
  if (!existsSync(path)) return undefined
  const cases = []
  for (const [, tag, body] of readFileSync(path, 'utf8').matchAll(/<testcase ([^>]*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g)) {
    if (attribute(tag, 'status') !== 'run') continue
    if (attribute(tag, 'result') === 'skipped') continue
    cases.push({ name: `${attribute(tag, 'classname')}.${attribute(tag, 'name')}`, failed: /<failure/.test(body ?? '') })
  }
  return cases
}

function add(runner, cases) {
  const failed = cases.filter((one) => one.failed)
  rows.push({ runner, passed: cases.length - failed.length, failed: failed.length })
  failures.push(...failed.map((one) => `${runner}: ${one.name}`))
}

for (const file of files(/^ctest-.*\.xml$/)) {
  for (const [, tag] of readFileSync(join(folder, file), 'utf8').matchAll(/<testcase ([^>]*)>/g)) {
    const program = attribute(tag, 'name')
    const failed = attribute(tag, 'status') === 'fail'
    const cases = gtestCases(program) ?? []
    if (cases.length === 0 || (failed && !cases.some((one) => one.failed))) cases.push({ name: program, failed })
    add(program, cases)
  }
}

for (const file of files(/^vitest-.*\.(json|failed)$/)) {
  const runner = basename(file).replace(/\.\w+$/, '')
  const json = join(folder, `${runner}.json`)
  if (file.endsWith('.failed') && existsSync(json)) continue
  if (!existsSync(json)) {
    add(runner, [{ name: 'did not run', failed: true }])
    continue
  }
  const report = JSON.parse(readFileSync(json, 'utf8'))
  const cases = report.testResults.flatMap((suite) =>
    suite.assertionResults
      .filter((one) => one.status === 'passed' || one.status === 'failed')
      .map((one) => ({ name: one.fullName, failed: one.status === 'failed' })),
  )
  for (const suite of report.testResults)
    if (suite.status === 'failed' && !suite.assertionResults.some((one) => one.status === 'failed'))
      cases.push({ name: suite.name, failed: true })
  add(runner, cases)
}

const sum = (key) => rows.reduce((total, row) => total + row[key], 0)
for (const row of rows) console.log(`${String(row.passed).padStart(6)} passed ${String(row.failed).padStart(4)} failed  ${row.runner}`)
for (const failure of failures) console.log(`FAILED ${failure}`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(sum('failed') === 0 && sum('passed') > 0 ? 0 : 1)
