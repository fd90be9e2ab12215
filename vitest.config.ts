import { configDefaults, defineConfig } from 'vitest/config'

const long = process.env.LONG === '1'

export default defineConfig({
  test: {
    environment: 'node',
    include: [long ? 'test/**/*.long.test.ts' : 'test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(long ? [] : ['test/**/*.long.test.ts'])],
    maxWorkers: 2,
    testTimeout: long ? 1_800_000 : 30_000,
    hookTimeout: long ? 1_800_000 : 120_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'node_modules/.cache/vitest/results.json' },
  },
})
