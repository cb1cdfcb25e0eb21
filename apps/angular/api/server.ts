import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { notesApi } from './notes.ts';

// `ng serve` and the web server send /api/ on to this port.
const port = Number(process.env.PORT ?? 4201);
const file = new URL('../public/logto.json', import.meta.url);
const settings = JSON.parse(await readFile(file, 'utf8').catch(() => '{}'));

if (/^https?:\/\/./.test(settings.endpoint) && settings.apiResource) {
  createServer(notesApi(settings)).listen(port, process.env.HOST ?? 'localhost', () =>
    console.log(`The API of ${settings.apiResource} listens on port ${port}.`),
  );
} else {
  console.log(
    'public/logto.json has no endpoint and apiResource: the sample runs without its API.',
  );
}
