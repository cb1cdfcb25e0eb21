/**
 * Every known difference between the emulator and the recordings, by topic and label. The contract tests
 * keep it exact: a new difference fails them, and so does one that is gone and still stands here.
 */
const ledger: Record<string, Record<string, string[]>> = {
  'experience-connector-failure': {
    // What the connector throws is its HTTP client's, of which the tests have a later version.
    'send code, ConnectorError(General) with an object as data': [
      'body.data.options.hooks.beforeCache: is not in the recording',
      'body.data.options.retry.enforceRetryRules: is not in the recording',
      'body.data.options.copyPipedHeaders: is not in the recording',
      'body.data.options.strictContentLength: is not in the recording',
    ],
  },
};

/** The same for a real Logto 1.42.0. */
const realLedger: typeof ledger = {};

/** The differences to expect of a topic, from the emulator or from a real Logto. */
export function knownDifferences(topic: string, isEmulator: boolean): Record<string, string[]> {
  return (isEmulator ? ledger : realLedger)[topic] ?? {};
}
