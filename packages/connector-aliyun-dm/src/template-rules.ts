/** The types that every configuration has to have, as the official connector demands. */
export const requiredTypes = ['Register', 'SignIn', 'ForgotPassword', 'Generic'] as const;

/** The types whose mail is pointless without a code or a link. An invitation may do without. */
const verificationTypes: readonly string[] = [
  ...requiredTypes,
  'UserPermissionValidation',
  'BindNewIdentifier',
  'MfaVerification',
  'BindMfa',
];

const codeOrLink = /{{\s*(?:code|link)\s*}}/;

interface Template {
  usageType: string;
  subject: string;
  content: string;
}

/** What is wrong with the templates of a configuration, one sentence each. */
export function templateProblems(templates: readonly Template[]): string[] {
  const missing = requiredTypes.filter((type) => !templates.some((one) => one.usageType === type));
  const withoutCode = templates.filter(
    ({ usageType, subject, content }) =>
      verificationTypes.includes(usageType) && !codeOrLink.test(`${subject}\n${content}`),
  );
  return [
    ...(missing.length > 0
      ? [`templates has none for ${missing.join(', ')}: add one for each.`]
      : []),
    ...withoutCode.map(
      ({ usageType }) =>
        `The template ${usageType} has neither {{code}} nor {{link}}: put one of them into its content.`,
    ),
  ];
}
