import { measureSignIns } from './sign-ins.ts';
import { measureStartUp } from './start-up.ts';

/** `pnpm bench emulator`: start-up beside two other servers, sign-ins by code, memory. */
export async function run(): Promise<void> {
  console.log('From spawn to the first 200 of the discovery document, median of 10');
  console.table(
    (await measureStartUp()).map(({ name, median, max }) => ({
      server: name,
      'median ms': Math.round(median),
      'max ms': Math.round(max),
    })),
  );
  const figures = await measureSignIns(10_000);
  console.log('10,000 sign-ins by code over HTTP, up to the tokens, eight at once');
  console.table({
    'sign-ins per second': Math.round(figures.perSecond),
    'processor time each, ms': Number(figures.processorTime.toFixed(1)),
    'memory before, MB': Math.round(figures.megabytesBefore),
    'memory after, MB': Math.round(figures.megabytesAfter),
  });
}
