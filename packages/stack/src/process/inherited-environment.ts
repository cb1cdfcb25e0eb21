/** What a part may inherit: settings of another Logto or sample in the shell would be taken for its own. */
export function inheritedEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = /^(AUTH|NEXTAUTH|LOGTO|DM)_/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own.test(name)));
}
