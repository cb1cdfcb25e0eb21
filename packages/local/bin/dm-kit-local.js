#!/usr/bin/env node
// Plain JavaScript that an old Node can read: it says what it needs, in place of a SyntaxError.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 15)) {
  console.error(`dm-kit-local needs Node 22.15 or later. This is Node ${process.versions.node}.`);
  process.exitCode = 1;
} else {
  await import('../lib/cli.js');
}
