// Builds the page for Maven: installs the packages, checks the types and bundles, each only when what it reads has
// changed since it last succeeded, so that an unchanged page costs no time at the next `./habitus up`.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
process.chdir(here)

const installed = 'node_modules/.installed-lock'
const bundled = 'target/page-sources'
const page = 'target/classes/META-INF/resources/index.html'

function digest(paths) {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

function isCurrent(stamp, digestNow) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digestNow
}

function npm(...args) {
  // On Windows npm is a command file, which only a shell can start.
  execFileSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' })
}

const major = Number(process.versions.node.split('.')[0])
if (major < 20) {
  console.error(`The dashboard is built with Node 20 or newer; this is ${process.version}.`)
  process.exit(1)
}

const lock = digest(['package-lock.json'])
if (!isCurrent(installed, lock)) {
  npm('ci', '--no-audit', '--no-fund', '--loglevel=error')
  writeFileSync(installed, lock)
}

const sources = digest([
  'index.html',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'vite.config.mjs',
  ...filesUnder('src'),
  ...filesUnder('public'),
])
if (existsSync(page) && isCurrent(bundled, sources)) {
  console.log('The page is unchanged; nothing to build.')
} else {
  npm('run', '--silent', 'build')
  mkdirSync(dirname(bundled), { recursive: true })
  writeFileSync(bundled, sources)
}
