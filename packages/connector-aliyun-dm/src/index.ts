export type { AliyunDmConfig, ConfiguredTemplate } from './config.ts';
export { createConnector as default } from './create-connector.ts';
