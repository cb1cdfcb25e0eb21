import { expect, test } from '../../src/fixtures.ts';
import { Sample } from '../../src/pages/sample.ts';
import { startedSample } from '../../src/stack-addresses.ts';

const directions: [string, string][] = [
  ['angular', 'nextjs'],
  ['nextjs', 'angular'],
];

for (const [first, second] of directions) {
  test(`signed in to ${first}, ${second} signs in without a code`, async ({
    page,
    stack,
    visitor,
    mailbox,
  }) => {
    await visitor.register(new Sample(page, first, startedSample(stack, first).url));
    const other = new Sample(page, second, startedSample(stack, second).url);
    await other.open();
    await other.expectSignedOut();
    await other.signIn();
    await other.expectSignedIn(visitor.address);
    expect(await mailbox.count(visitor.address)).toBe(1);
  });
}
