import { expect, test } from '../../src/fixtures.ts';
import { Sample } from '../../src/pages/sample.ts';
import { startSample } from '../../src/start-sample.ts';

const issuer = 'http://localhost:3001';

const wrong = [
  ['AUTH_URL', 'localhost:3000', 'AUTH_URL is no address: localhost:3000'],
  ['AUTH_LOGTO_ISSUER', issuer, `Enter ${issuer}/oidc`],
  ['AUTH_LOGTO_ISSUER', `${issuer}/oidc/`, `Enter ${issuer}/oidc`],
  ['AUTH_SECRET', 'short', 'AUTH_SECRET is shorter than 32 characters'],
] as const;

for (const [name, value, sentence] of wrong) {
  test(`${name}=${value} ends in a sentence`, { tag: '@trap:settings' }, async ({
    page,
    sampleName,
    stack,
  }) => {
    await using broken = await startSample(sampleName, stack, {}, { [name]: value });
    const sample = new Sample(page, sampleName, broken.url);
    for (const path of ['/', '/profile']) {
      await sample.open(path);
      await expect(sample.alert).toContainText(sentence);
    }
  });
}
