/**
 * Stands in for `import ... from 'node:http'`. Such an import reads every export of the module, and one
 * of them loads the whole client behind `fetch`: a third of the time to start.
 */
const http = process.getBuiltinModule('node:http');

export const { createServer, ServerResponse, STATUS_CODES } = http;
export default http;
