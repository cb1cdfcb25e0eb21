export { quote } from './quote.ts';
export { readRegions } from './read-regions.ts';
export { withoutHardening } from './without-hardening.ts';
