import type { ConfiguredTemplate } from './config.ts';

function mail(usageType: string, subject: string, purpose: string): ConfiguredTemplate {
  return {
    usageType,
    subject,
    content: `<p>Your code to ${purpose} is</p><p style="font-size:28px;letter-spacing:4px"><strong>{{code}}</strong></p><p>It is valid for 10 minutes. If you did not ask for it, ignore this mail.</p>`,
  };
}

/** What the Console's form starts with: one mail for each usage type, ready to send. */
export const defaultTemplates: ConfiguredTemplate[] = [
  mail('SignIn', 'Your sign-in code', 'sign in'),
  mail('Register', 'Your registration code', 'create your account'),
  mail('ForgotPassword', 'Your password reset code', 'reset your password'),
  mail('Generic', 'Your verification code', 'continue'),
  {
    usageType: 'OrganizationInvitation',
    subject: 'You are invited to {{organization.name}}',
    content:
      '<p>You are invited to join {{organization.name}}.</p><p><a href="{{link}}">Accept the invitation</a></p>',
  },
  mail('UserPermissionValidation', 'Your confirmation code', 'confirm this change'),
  mail('BindNewIdentifier', 'Your code for the new address', 'add this address to your account'),
  mail('MfaVerification', 'Your second-step code', 'finish signing in'),
  mail('BindMfa', 'Your two-step set-up code', 'set up two-step verification'),
];
