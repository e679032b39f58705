// Runs before `npm start` and `npm test`, on whatever Node the machine has (18 or later): fetches the packages when
// package-lock.json has changed since they were last fetched whole, then checks that the packages' own Node runs.
'use strict'

const { spawn, spawnSync } = require('node:child_process')
const { createHash } = require('node:crypto')
const { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs')
const { delimiter, join } = require('node:path')

const NEEDED_MAJOR = 24
const root = join(__dirname, '..')
const modules = join(root, 'node_modules')
// npm ci removes node_modules first, so an install broken off midway has no stamp and is begun anew.
const stampFile = join(modules, '.krom-stamp')

function lockHash() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return createHash('sha256').update(lock).update(`${process.platform} ${process.arch}`).digest('hex')
}

function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockHash()
}

function writeStamp() {
  mkdirSync(modules, { recursive: true })
  writeFileSync(stampFile, lockHash())
}

/** npm itself, run by the Node that stands outside node_modules: the one inside is about to be removed. */
function npmCommand() {
  const script = process.env.npm_execpath
  const outerNode = process.env.npm_node_execpath
  if (script && outerNode && existsSync(script) && !outerNode.startsWith(modules)) return [outerNode, script]
  return ['npm']
}

/** Tells that something goes on: one line that counts up on a terminal, a line each ten seconds elsewhere. */
function showProgress(text) {
  const began = Date.now()
  const line = () => `${text} … ${Math.round((Date.now() - began) / 1000)} s`
  process.stderr.write(process.stderr.isTTY ? line() : `${text} …\n`)
  const timer = process.stderr.isTTY
    ? setInterval(() => process.stderr.write(`\r${line()}`), 1000)
    : setInterval(() => process.stderr.write(`${line()}\n`), 10_000)
  return () => {
    clearInterval(timer)
    process.stderr.write(process.stderr.isTTY ? `\r${line()}, done.\n` : `${line()}, done.\n`)
  }
}

function install() {
  rmSync(stampFile, { force: true })
  const [program, ...before] = npmCommand()
  const path = process.env.PATH.split(delimiter).filter((folder) => !folder.startsWith(modules))
  const child = spawn(program, [...before, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    env: { ...process.env, PATH: path.join(delimiter) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const endProgress = showProgress('Fetching the packages (the first time about a minute)')
  let output = ''
  child.stdout.on('data', (text) => (output += text))
  child.stderr.on('data', (text) => (output += text))
  return new Promise((resolve) => {
    child.on('error', (error) => {
      endProgress()
      resolve(`npm could not be run (${error.message}).`)
    })
    child.on('close', (code, signal) => {
      endProgress()
      if (code === 0) return resolve(null)
      process.stderr.write(output)
      resolve(`The packages could not be fetched (npm ci ended with ${signal || code}): see above, then try again.`)
    })
  })
}

/** The sentence that tells what is wrong with the packages' own Node, or null. */
function nodeProblem() {
  const node = join(modules, '.bin', 'node')
  const asked = spawnSync(node, ['--version'], { encoding: 'utf8' })
  const version = asked.status === 0 ? asked.stdout.trim() : ''
  if (Number(version.slice(1).split('.')[0]) >= NEEDED_MAJOR) return null
  if (version) return `Krom needs Node ${NEEDED_MAJOR} and ${node} is ${version}: run npm ci.`
  return (
    `Krom's own Node ${NEEDED_MAJOR} is missing or does not run (${node}), most often because npm was told to ignore ` +
    'install scripts: run npm ci --ignore-scripts=false.'
  )
}

async function prepare() {
  // After an npm ci by hand (the package's postinstall): what was just fetched need not be fetched again.
  if (process.argv.includes('--stamp')) return nodeProblem() ? null : writeStamp()
  const problem = isInstalled() ? null : await install()
  return problem ?? nodeProblem() ?? writeStamp()
}

prepare().then(
  (problem) => {
    if (!problem) return
    process.stderr.write(`${problem}\n`)
    process.exitCode = 1
  },
  (error) => {
    process.stderr.write(`The packages could not be prepared: ${error.message}\n`)
    process.exitCode = 1
  },
)
