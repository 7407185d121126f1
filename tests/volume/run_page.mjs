// Runs the script of the offline verifier on every volume of a folder and writes what it found, one line a file.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const [page, folder] = process.argv.slice(2)
const script = readFileSync(page, 'utf8').match(/<script>([\s\S]*)<\/script>/)[1]
const body = script.slice(0, script.indexOf('const show ='))
const { verify } = new Function(`${body}; return { verify }`)()
for (const name of readdirSync(folder).filter((n) => n.endsWith('.zip')).sort()) {
  const { faults, key } = await verify(new Blob([readFileSync(join(folder, name))]))
  console.log(name + '|' + key + '|' + faults.map((f) => `${f.what} ${f.path}`).join('; '))
}
