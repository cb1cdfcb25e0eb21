import { expect, test } from '../../src/fixtures.ts';

const failures = [
  { title: 'throttled', fault: { code: 'Throttling.User' } },
  { title: 'down', fault: { reset: true } },
];

for (const { title, fault } of failures) {
  test(`Direct Mail ${title}: the visitor is told, and gets in when it works again`, async ({
    sample,
    logto,
    visitor,
    mailbox,
  }) => {
    const mend = await mailbox.fail({ ...fault, to: visitor.address });
    await sample.open();
    await sample.createAccount();
    await logto.registerWith(visitor.address);
    await expect(logto.toast).toBeVisible();
    await expect(logto.toast).not.toContainText(/testsecret|testid|\d{6}/);
    await logto.expectRegister();
    expect(await mailbox.count(visitor.address)).toBe(0);
    await sample.open();
    await sample.expectSignedOut();

    await mend();
    await sample.createAccount();
    await logto.registerWith(visitor.address);
    await logto.enterCode(await visitor.readCode());
    await sample.expectSignedIn(visitor.address);
  });
}
