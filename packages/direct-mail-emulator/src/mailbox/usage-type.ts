/** Logto's kinds of mails, and the words by which a subject gives them away. */
const kinds: readonly (readonly [usageType: string, subject: RegExp])[] = [
  ['ForgotPassword', /\b(forgot|reset|password|recover)|密码|密碼/i],
  ['OrganizationInvitation', /\b(invit|organi[sz]ation)|邀请|邀請/i],
  ['UserPermissionValidation', /\bpermission|权限|權限/i],
  ['BindNewIdentifier', /\b(bind|link|new (e-?mail|identifier))|绑定|綁定/i],
  ['BindMfa', /\b2-step verification setup\b/i],
  ['MfaVerification', /\b(mfa|2-step|two-step|multi-factor)|多因素|两步/i],
  [
    'Register',
    /\b(register|registration|sign(ing)?[ -]?up|create (an|your) account|welcome)|注册|註冊/i,
  ],
  ['SignIn', /\b(sign(ing)?[ -]?in|log(ging)?[ -]?in)|登录|登錄|登入/i],
  ['Generic', /\b(verification|verify|code)\b|验证|驗證/i],
];

function bare(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/**
 * What a mail is for. The first of these that tells: the tag (any spelling: `SignIn`, `app-sign-in`),
 * the value of a header whose name ends in `UsageType`, the words of the subject.
 */
export function usageTypeOf(mail: {
  tag: string;
  headers: Record<string, string>;
  subject: string;
}): string | null {
  const header = Object.entries(mail.headers).find(([name]) => bare(name).endsWith('usagetype'));
  for (const label of [mail.tag, header?.[1] ?? '']) {
    const found = kinds.find(([usageType]) => bare(label).includes(bare(usageType)));
    if (found) {
      return found[0];
    }
  }
  return kinds.find(([, words]) => words.test(mail.subject))?.[0] ?? null;
}
