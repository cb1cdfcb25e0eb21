/** What a mail says; `code` mails show a code, others a button with a link. */
export interface MailText {
  subject: string;
  title: string;
  lead: string;
  /** Of the button, for a mail with a link. */
  button?: string;
}

/** What all mails of a language share. */
interface Language {
  /** After the code in what a list of mails shows beside the subject. */
  preheader: string;
  /** Below the code. */
  validity: string;
  ignore: string;
  mails: Record<UsageType, MailText>;
}

/** Logto's kinds of mails. */
export type UsageType =
  | 'SignIn'
  | 'Register'
  | 'ForgotPassword'
  | 'Generic'
  | 'UserPermissionValidation'
  | 'BindNewIdentifier'
  | 'MfaVerification'
  | 'BindMfa'
  | 'OrganizationInvitation';

const en: Language = {
  preheader: 'is your code.',
  validity: 'It is valid for 10 minutes.',
  ignore: 'If you did not ask for it, you can ignore this message. Never give the code to anybody.',
  mails: {
    SignIn: {
      subject: 'Your sign-in code',
      title: 'Sign in',
      lead: 'Enter this code to sign in:',
    },
    Register: {
      subject: 'Your registration code',
      title: 'Create your account',
      lead: 'Enter this code to create your account:',
    },
    ForgotPassword: {
      subject: 'Reset your password',
      title: 'Reset your password',
      lead: 'Enter this code to set a new password:',
    },
    Generic: {
      subject: 'Your verification code',
      title: 'Verify your address',
      lead: 'Enter this code to continue:',
    },
    UserPermissionValidation: {
      subject: 'Your confirmation code',
      title: 'Confirm that it is you',
      lead: 'Enter this code to confirm the change to your account:',
    },
    BindNewIdentifier: {
      subject: 'Confirm your new e-mail address',
      title: 'Confirm your new address',
      lead: 'Enter this code to add this address to your account:',
    },
    MfaVerification: {
      subject: 'Your 2-step verification code',
      title: 'The second step',
      lead: 'Enter this code to finish signing in:',
    },
    BindMfa: {
      subject: 'Your 2-step verification setup code',
      title: 'Set up 2-step verification',
      lead: 'Enter this code to receive a second code at each sign-in:',
    },
    OrganizationInvitation: {
      subject: 'You are invited to an organization',
      title: 'You are invited',
      lead: 'Somebody invites you to their organization.',
      button: 'Accept the invitation',
    },
  },
};

const zhCn: Language = {
  preheader: '是您的验证码。',
  validity: '验证码 10 分钟内有效。',
  ignore: '如果这不是您本人的操作，请忽略此邮件。请勿将验证码告诉任何人。',
  mails: {
    SignIn: {
      subject: '您的登录验证码',
      title: '登录',
      lead: '请输入以下验证码登录：',
    },
    Register: {
      subject: '您的注册验证码',
      title: '创建账号',
      lead: '请输入以下验证码创建账号：',
    },
    ForgotPassword: {
      subject: '重置您的密码',
      title: '重置密码',
      lead: '请输入以下验证码设置新密码：',
    },
    Generic: {
      subject: '您的验证码',
      title: '验证邮箱地址',
      lead: '请输入以下验证码继续：',
    },
    UserPermissionValidation: {
      subject: '您的操作验证码',
      title: '确认是您本人',
      lead: '请输入以下验证码确认账号变更：',
    },
    BindNewIdentifier: {
      subject: '绑定新的邮箱地址',
      title: '绑定新的邮箱地址',
      lead: '请输入以下验证码，将此地址绑定到您的账号：',
    },
    MfaVerification: {
      subject: '您的两步验证码',
      title: '两步验证',
      lead: '请输入以下验证码完成登录：',
    },
    BindMfa: {
      subject: '设置两步验证',
      title: '设置两步验证',
      lead: '请输入以下验证码，此后每次登录都会向您发送第二个验证码：',
    },
    OrganizationInvitation: {
      subject: '邀请您加入组织',
      title: '您收到一份邀请',
      lead: '有人邀请您加入其组织。',
      button: '接受邀请',
    },
  },
};

/** By the language tags that Logto uses. */
export const languages: Record<string, Language> = { en, 'zh-CN': zhCn };
