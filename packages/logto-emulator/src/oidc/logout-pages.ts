import { createHash } from 'node:crypto';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { preferredLanguage } from '../http/language.ts';

const submit = "document.getElementById('op.logoutForm').submit();";
const scriptHash = createHash('sha256').update(submit).digest('base64');

/**
 * Ends the session without a question, as Logto does: the page sends its form by itself. It has no
 * `form-action`, because browsers apply that to where the answer redirects, which is the application.
 */
export function signingOutPage(ctx: KoaContextWithOIDC, form: string): void {
  ctx.set('content-security-policy', policy(`script-src 'unsafe-hashes' 'sha256-${scriptHash}'`));
  ctx.body = page(
    `${form}
<input type="hidden" form="op.logoutForm" value="yes" name="logout">
<noscript><button form="op.logoutForm">Sign out</button></noscript>`,
    ` onload="${submit}"`,
  );
}

/** Where a sign-out ends that names no address to return to. */
export function signedOutPage(ctx: KoaContextWithOIDC): void {
  const message = {
    en: 'You have successfully signed out.',
    'zh-CN': '你已经成功登出。',
  }[preferredLanguage(ctx.get('accept-language'))];
  ctx.set('content-security-policy', policy());
  ctx.body = page(`<main><p>${message}</p></main>`);
}

function policy(...directives: string[]): string {
  const always = ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"];
  return [...always, ...directives].join('; ');
}

function page(body: string, attributes = ''): string {
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sign Out</title></head>
<body${attributes}>
${body}
</body>
</html>
`;
}
