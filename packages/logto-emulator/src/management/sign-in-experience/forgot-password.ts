import type { LoadedConnector } from '../../connectors/index.ts';

/** By which means a forgotten password can be replaced: chosen, and with a connector to send by. */
export function isForgotPasswordAvailable(
  connectors: readonly LoadedConnector[],
  methods: readonly string[] | null,
): { phone: boolean; email: boolean } {
  const has = (type: string, method: string) =>
    connectors.some(({ factory }) => factory.type === type) &&
    (methods === null || methods.includes(method));
  return {
    phone: has('Sms', 'PhoneVerificationCode'),
    email: has('Email', 'EmailVerificationCode'),
  };
}
