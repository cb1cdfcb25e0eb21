import { test } from '../../src/fixtures.ts';
import { turnPasswordsOff } from '../../src/management.ts';

test('turn passwords off', ({ stack }) => turnPasswordsOff(stack.access));
