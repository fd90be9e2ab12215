/**
 * Everything that is published, and nothing else: what a release may hold. The ETL writes by these schemas
 * and refuses the rest; the sites read by them. They import zod only.
 */
export * from './contract/cells.ts'
export * from './contract/chart.ts'
export * from './contract/files.ts'
export * from './contract/manifest.ts'
export * from './contract/measure.ts'
export * from './contract/operations.ts'
export * from './contract/owners.ts'
export * from './contract/previous.ts'
export * from './contract/run.ts'
export * from './contract/staff.ts'
export * from './contract/terms.ts'
