/** How sure a chart is that its latest period is otherwise than usual. */
export { type Strength, strengthOf } from '../../data/shared/strength.ts'
