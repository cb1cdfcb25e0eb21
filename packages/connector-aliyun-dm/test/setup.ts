import fc from 'fast-check';

// The same cases on every run: a failure is one of the code, and can be repeated.
fc.configureGlobal({ seed: 20151123 });
