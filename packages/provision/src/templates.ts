const minutes = 'It is valid for 10 minutes. If you did not ask for it, ignore this message.';

/** One mail a usage type that Logto requires; the code stands alone on its line, so that it is easy to read and copy. */
export const mailTemplates = [
  template('SignIn', 'Your sign-in code', 'Enter this code to sign in:'),
  template('Register', 'Your registration code', 'Enter this code to create your account:'),
  template('ForgotPassword', 'Reset your password', 'Enter this code to set a new password:'),
  template('Generic', 'Your verification code', 'Enter this code to go on:'),
];

function template(usageType: string, subject: string, lead: string) {
  const style = 'font: 28px monospace; letter-spacing: 0.2em';
  const content = `<p>${lead}</p><p style="${style}">{{code}}</p><p>${minutes}</p>`;
  return { usageType, subject, content };
}
