export { listens, occupyPort } from './listener.ts';
export { isRunning, untilGone } from './processes.ts';
export { runProgram } from './run-program.ts';
