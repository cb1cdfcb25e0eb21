/** The ports of all but the samples, unless told otherwise; a sample's stands in its `local.config.json`. */
export const fixedPorts = { logto: 3001, directMail: 3010 };

export type Ports = typeof fixedPorts;
