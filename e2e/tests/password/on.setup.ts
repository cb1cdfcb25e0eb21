import { test } from '../../src/fixtures.ts';
import { turnPasswordsOn } from '../../src/management.ts';

test('turn passwords on', ({ stack }) => turnPasswordsOn(stack.access));
