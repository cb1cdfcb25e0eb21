import { test, vi } from 'vitest';
import { discover, logto, open, refuse, signedIn, useApp } from '../../testing/open-app';

useApp();

test.each([502, 503, 504])(
  'a renewal that a proxy answers with %d is tried again',
  async (status) => {
    vi.mocked(window.setInterval).mockRestore();
    signedIn(-10);
    open('/');
    await discover();
    await refuse('/token', {}, status);
    // The library waits three seconds after a failed connection.
    await logto('/token');
  },
);
