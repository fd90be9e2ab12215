import { configDefaults, defineConfig } from 'vitest/config'

const isLong = process.env.LONG === '1'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(isLong ? [] : ['test/**/*.long.test.ts'])],
    maxWorkers: 2,
    // the workflow linter imports JSON as only a bundler does
    server: { deps: { inline: [/@actions/] } },
    // small nights side by side: a second thread of the database would only wait
    env: { ESCALATION_TRENDS_THREADS: '1', TEST_RUN: String(process.pid) },
    testTimeout: isLong ? 1_800_000 : 90_000,
    hookTimeout: isLong ? 1_800_000 : 240_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'node_modules/.cache/vitest/results.json' },
  },
})
