export { PortTakenError, StackError } from './errors.ts';
export { type LogtoKind, logtoKinds } from './logto/index.ts';
export type { Part } from './part.ts';
export { fixedPorts, type Ports } from './ports.ts';
export type { OnProgress, Progress } from './progress.ts';
export { type StartSampleOptions, startSample } from './samples/start-sample.ts';
export { type Stack, type StackOptions, type StartedSample, startStack } from './stack.ts';
