import { readFileSync } from 'node:fs'
import { defineConfig } from 'vite'

/** The licences of what is shipped with the page ask to be shipped with it. */
const licences = {
  name: 'licences',
  generateBundle() {
    const shipped = ['preact', '@fontsource-variable/inter']
    const source = shipped.map((name) => `${name}\n\n${readFileSync(`node_modules/${name}/LICENSE`, 'utf8')}`).join('\n\n\n')
    this.emitFile({ type: 'asset', fileName: 'licences.txt', source })
  },
}

// The page is strict about its content security policy (no inline script, no inline style, Trusted Types), so
// nothing may be inlined and nothing polyfilled.
export default defineConfig({
  plugins: [licences],
  build: {
    outDir: 'target/classes/META-INF/resources',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    target: ['chrome125', 'firefox125', 'safari17.5'],
    reportCompressedSize: true,
  },
  oxc: { jsx: { importSource: 'preact' } },
  server: { port: 5173, proxy: { '/api': process.env.HABITUS_URL ?? 'http://127.0.0.1:8180' } },
})
