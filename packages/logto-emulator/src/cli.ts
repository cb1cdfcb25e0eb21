#!/usr/bin/env node
import { startLogtoEmulator } from './emulator.ts';

const emulator = await startLogtoEmulator();
console.log(`Logto emulator at ${emulator.url}`);
