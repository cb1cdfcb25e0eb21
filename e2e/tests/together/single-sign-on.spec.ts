import { expect, test } from '../../src/fixtures.ts';
import { Sample, type SampleName } from '../../src/pages/sample.ts';

const directions: [SampleName, SampleName][] = [
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
    await visitor.register(new Sample(page, first, stack[first]));
    const other = new Sample(page, second, stack[second]);
    await other.open();
    await other.expectSignedOut();
    await other.signIn();
    await other.expectSignedIn(visitor.address);
    expect(await mailbox.count(visitor.address)).toBe(1);
  });
}
