#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// Before the rest is loaded, so that the next start finds it compiled.
enableCompileCache();
const { run } = await import('./run-cli.ts');
await run(process.argv.slice(2));
