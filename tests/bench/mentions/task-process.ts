/** The process behind apart.ts: does one task and ends. */
import { type Task, tasks } from './tasks';

process.once('message', ({ name, input }: Task) => {
  const result = (tasks[name] as (input: unknown) => unknown)(input);
  process.send?.({ result }, () => process.exit(0));
});
