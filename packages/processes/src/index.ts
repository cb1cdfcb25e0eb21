export { readCommandLine, refuse } from './command-line.ts';
export { freePort, isFree } from './ports.ts';
export { type LastWill, runAfterUs } from './reaper.ts';
export { runToEnd } from './run-to-end.ts';
export { type Ending, type Group, type SpawnOptions, spawnGroup } from './spawn-group.ts';
export { watchStarters } from './starters.ts';
export { untilInterrupted } from './until-interrupted.ts';
export { describeTakenPort, type Listener, whoListens } from './who-listens.ts';
