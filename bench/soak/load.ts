import { Agent } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { needs, residentMegabytes, startParts } from './parts.ts';
import { type Entrance, Visitor } from './visitor.ts';

export { needs };

const atOnce = 200;
/** Logto sends ten codes to an address in ten minutes. */
const signInsPerUser = 9;
/** How much more memory there may be at the end than after a third of the time. */
const growth = 1.25;

/**
 * `pnpm bench soak load [SECONDS]`: 200 people sign in and out, over and over, at both samples. No error, flat memory.
 * @returns the exit code
 */
export async function run(seconds = '300'): Promise<number> {
  const parts = await startParts();
  const agent = new Agent({ keepAlive: true });
  const errors: unknown[] = [];
  const start = performance.now();
  const elapsed = () => (performance.now() - start) / 1000;
  let done = 0;
  try {
    const person = async (_: unknown, which: number) => {
      for (let number = 0; elapsed() < Number(seconds); ) {
        const address = `person${which}-${number}@example.com`;
        const visitor = new Visitor(address, parts.inbox, agent);
        for (let times = 0; times < signInsPerUser && elapsed() < Number(seconds); times += 1) {
          const entrance = parts.entrances[number % parts.entrances.length] as Entrance;
          number += 1;
          try {
            await visitor.signIn(entrance);
            await visitor.signOut(parts.logto);
            done += 1;
          } catch (error) {
            errors.push(error);
          }
        }
      }
    };
    const people = Promise.all(Array.from({ length: atOnce }, person));
    const memory: Record<string, number>[] = [];
    for (let tenth = 1; tenth <= 10; tenth += 1) {
      await delay(Number(seconds) * 100 * tenth - elapsed() * 1000);
      memory.push(residentMegabytes());
      console.log(
        `${Math.round(elapsed())} s: ${done} sign-ins, ${errors.length} errors`,
        memory.at(-1),
      );
    }
    await people;
    const grown = Object.entries(memory[9] ?? {}).filter(
      ([name, megabytes]) => megabytes > growth * (memory[3]?.[name] ?? 0),
    );
    for (const [name, megabytes] of grown) {
      console.error(`${name} grew from ${memory[3]?.[name]} to ${megabytes} MB.`);
    }
    for (const error of errors.slice(0, 5)) {
      console.error(String(error));
    }
    return errors.length + grown.length === 0 ? 0 : 1;
  } finally {
    agent.destroy();
    await parts.stop();
  }
}
