import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** A certificate for localhost, made for this run; its file is for NODE_EXTRA_CA_CERTS. */
export async function makeCertificate(folder: string) {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  const file = join(folder, 'certificate.pem');
  await writeFile(file, made.cert);
  return { key: made.private, certificate: made.cert, file };
}
