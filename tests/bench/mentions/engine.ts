/** What of the engine the benchmark runs, as one module to be bundled. */
export { CLASSES } from '../../../data/mentions/chars';
export { compileInSlices, compileMentions } from '../../../data/mentions/compile';
export { FOLDS } from '../../../data/mentions/fold';
export { findMentions, openMentions } from '../../../data/mentions/matcher';
export { SURFACE_BYTES } from '../../../data/mentions/surfaces';
