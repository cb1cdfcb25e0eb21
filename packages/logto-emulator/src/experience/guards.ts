import { z } from 'zod';

/** Guards of the request bodies; the patterns and limits are Logto's. */
const emailPattern = /^\S+@\S+\.\S+$/;
const phonePattern = /^\d+$/;
const usernamePattern = /^[A-Z_a-z]\w*$/;

const event = z.nativeEnum({
  SignIn: 'SignIn',
  Register: 'Register',
  ForgotPassword: 'ForgotPassword',
} as const);

const codeIdentifier = z.discriminatedUnion('type', [
  z.object({ type: z.literal('email'), value: z.string().max(256).regex(emailPattern) }),
  z.object({ type: z.literal('phone'), value: z.string().regex(phonePattern) }),
]);

const anyIdentifier = z.object({
  type: z.nativeEnum({ Username: 'username', Email: 'email', Phone: 'phone' } as const),
  value: z.string(),
});

export const guards = {
  start: z.object({ interactionEvent: event, captchaToken: z.string().optional() }),
  switchEvent: z.object({ interactionEvent: event }),
  identification: z.object({
    verificationId: z.string().optional(),
    linkSocialIdentity: z.boolean().optional(),
  }),
  sendCode: z.object({ identifier: codeIdentifier, interactionEvent: event }),
  verifyCode: z.object({
    identifier: codeIdentifier,
    verificationId: z.string(),
    code: z.string(),
  }),
  sendMfaCode: z.object({ identifierType: z.enum(['email', 'phone']) }),
  verifyMfaCode: z.object({
    identifierType: z.enum(['email', 'phone']),
    verificationId: z.string(),
    code: z.string(),
  }),
  password: z.object({ identifier: anyIdentifier, password: z.string().min(1) }),
  oneTimeToken: z.object({
    identifier: z.object({ type: z.literal('email'), value: z.string() }),
    token: z.string(),
  }),
  newPasswordIdentity: z.object({
    identifier: z.object({
      type: z.literal('username'),
      value: z.string().regex(usernamePattern),
    }),
    password: z.string(),
  }),
  resetPassword: z.object({ password: z.string() }),
  profile: z.discriminatedUnion('type', [
    z.object({ type: z.literal('username'), value: z.string().regex(usernamePattern) }),
    z.object({ type: z.literal('password'), value: z.string() }),
    z.object({ type: z.literal('email'), verificationId: z.string() }),
    z.object({ type: z.literal('phone'), verificationId: z.string() }),
    z.object({ type: z.literal('social'), verificationId: z.string() }),
    z.object({
      type: z.literal('extraProfile'),
      values: z.record(z.string().regex(/^[\dA-Za-z]+$/), z.unknown()),
    }),
  ]),
  ssoConnectors: z.object({ email: z.string().email() }),
};
