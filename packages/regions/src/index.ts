export { quote } from './quote.ts';
export { type Region, type RegionProblem, readRegions } from './read-regions.ts';
export { withoutHardening } from './without-hardening.ts';
