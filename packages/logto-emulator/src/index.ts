export { type Clock, createClock, type MovableClock } from './clock.ts';
export { type LogtoEmulator, startLogtoEmulator } from './emulator.ts';
export type { LogtoEmulatorOptions } from './options.ts';
