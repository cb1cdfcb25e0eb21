export { samples } from './registry.ts';
export {
  loadSample,
  type Production,
  type Program,
  type Sample,
  type SampleEntry,
} from './sample.ts';
