// Runs the page's tests: those of its logic always, those in the browser where there is one. With HABITUS_URL and
// HABITUS_KEY the browser tests run against that system, else against the fixtures.
import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'))

// A hung browser must not hang the build; a busy machine may take its time. Counts for a whole file.
const PATIENCE = '--test-timeout=480000'

function run(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.test.mjs')).map((name) => join(folder, name))
  if (files.length === 0) return true
  return spawnSync(process.execPath, ['--test', '--test-concurrency=1', '--test-reporter=spec', PATIENCE, ...files], { stdio: 'inherit' }).status === 0
}

let passed = true
if (!process.env.HABITUS_URL) {
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc')
  execFileSync(process.execPath, [tsc, '--noEmit', 'false', '--outDir', 'target/unit'], { stdio: 'inherit' })
  passed = run('test/unit')
}

const { executable } = await import('./browser.mjs')
if (executable) passed = run('test') && passed
else console.log('Skipped: the browser tests, because no Chromium was found (on Debian: apt-get install chromium).')
process.exit(passed ? 0 : 1)
