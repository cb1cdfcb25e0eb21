/** The published package has no types: this is as much of them as the test needs. */
declare module '@logto/connector-aliyun-dm' {
  const createConnector: (tools: { getConfig: () => Promise<unknown> }) => Promise<{
    sendMessage: (data: {
      to: string;
      type: string;
      payload: Record<string, string>;
    }) => Promise<unknown>;
  }>;
  export default createConnector;
}
