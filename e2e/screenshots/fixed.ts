import type { Page } from '@playwright/test';

/** What differs from one sign-in to the next, and what stands in the images for it. */
const claims: Record<string, string> = {
  sub: 'k3v9x2m7q1ab',
  iss: 'http://localhost:3001/oidc',
  aud: 'y8f2h5n4w6c0z1p3r7tds',
  sid: 'd41f0Zb7Qm2XwK9s',
  nonce: 'c1d5f0a7e9b84326',
  at_hash: 'nU5kJ0qv8TgYc2Lw',
  iat: 'Fri, 02 Jan 2026 03:04:05 GMT',
  auth_time: '1767323045',
  exp: 'Fri, 02 Jan 2026 04:04:05 GMT',
  created_at: 'Fri, 02 Jan 2026 03:04:04 GMT',
  updated_at: 'Fri, 02 Jan 2026 03:04:04 GMT',
};

const code = '482913';

/** Puts fixed values in place of codes, ids and times, in the page and in the frames that it shows. */
export async function fixValues(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    await frame.evaluate(replaceIn, { claims, code });
  }
}

/** Runs in the page. */
function replaceIn(values: { claims: Record<string, string>; code: string }): void {
  for (const row of document.querySelectorAll('tr')) {
    const [name, value] = row.children;
    const fixed = values.claims[name?.textContent?.trim() ?? ''];
    if (value && fixed) {
      value.textContent = fixed;
    }
  }
  for (const term of document.querySelectorAll('dt')) {
    if (term.textContent === 'User ID' && term.nextElementSibling) {
      term.nextElementSibling.textContent = values.claims.sub ?? '';
    }
  }
  for (const time of document.querySelectorAll('time')) {
    time.textContent = '03:04';
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  while (walker.nextNode()) {
    texts.push(walker.currentNode);
  }
  for (const text of texts) {
    text.nodeValue = (text.nodeValue ?? '').replace(/\b\d{6}\b/g, values.code);
    // A copy, in which nothing counts down.
    if (/after \d+ seconds/.test(text.nodeValue)) {
      const still = text.nodeValue.replace(/\d+/, '59');
      text.parentNode?.replaceChild(document.createTextNode(still), text);
    }
  }
}
