import { Agent } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { body, connectToLogto } from '@dm-kit/provision';
import { needs, startParts } from './parts.ts';
import { Visitor } from './visitor.ts';

export { needs };

const people = 10;
/** Milliseconds between two kills, at least and at most. */
const pause = [1000, 4000] as const;
/** How often somebody tries again, as people do. */
const maxTries = 20;

/** The browser's own page, the sample's alert, or an answer of Logto's that its pages show. */
const isClear = /^(ECONN\w+|The page says: .+|[A-Z]+ \/api\S*: 4\d\d .*"message".*)$/;

/**
 * `pnpm bench soak kills [SECONDS]`: one part after the other is killed at a random moment and started again while people
 * register. Each of them gets in, after clear messages; no mail comes twice; Logto forgets nobody.
 * @returns the exit code
 */
export async function run(seconds = '120'): Promise<number> {
  const parts = await startParts();
  const messages = new Map<string, number>();
  const faults: string[] = [];
  const registered: string[] = [];
  const start = performance.now();
  const isOver = () => performance.now() - start > Number(seconds) * 1000;
  let kills = 0;
  try {
    const person = async (_: unknown, which: number) => {
      for (let number = 0; !isOver(); number += 1) {
        const address = `person${which}-${number}@example.com`;
        const entrance = parts.entrances[number % parts.entrances.length];
        for (let tries = 1; entrance; tries += 1) {
          // A browser that was closed: connections and cookies are new.
          const agent = new Agent({ keepAlive: true });
          try {
            await new Visitor(address, parts.inbox, agent).signIn(entrance);
            registered.push(address);
            break;
          } catch (error) {
            const { code, message } = error as NodeJS.ErrnoException;
            const text = code ?? message.replaceAll(/person[\d-]+@|[\w-]{20,}/g, '…');
            messages.set(text, (messages.get(text) ?? 0) + 1);
            if (!isClear.test(text)) {
              faults.push(`unclear: ${text}`);
            }
            if (tries === maxTries) {
              faults.push(`${address} never got in: ${text}`);
              break;
            }
            await delay(500);
          } finally {
            agent.destroy();
          }
        }
      }
    };
    const killer = async () => {
      while (!isOver()) {
        await delay(pause[0] + Math.random() * (pause[1] - pause[0]));
        const part = parts.killable[Math.floor(Math.random() * parts.killable.length)];
        await part?.kill();
        await part?.start();
        kills += 1;
      }
    };
    const seen = new Map<string, Set<string>>();
    const reader = async () => {
      while (!isOver()) {
        await readMails(parts.inbox, seen);
        await delay(100);
      }
    };
    await Promise.all([killer(), reader(), ...Array.from({ length: people }, person)]);
    await readMails(parts.inbox, seen);

    for (const [mail, ids] of seen) {
      if (ids.size > 1) {
        faults.push(`sent ${ids.size} times: ${mail}`);
      }
    }
    const known = await addressesOf(parts.access);
    faults.push(...registered.filter((one) => !known.has(one)).map((one) => `forgotten: ${one}`));
    console.log(`${kills} kills, ${registered.length} people registered, ${seen.size} mails seen`);
    console.table(
      [...messages].map(([message, times]) => ({ message: message.slice(0, 160), times })),
    );
    for (const fault of faults) {
      console.error(fault.slice(0, 300));
    }
    return faults.length === 0 && registered.length > 0 ? 0 : 1;
  } finally {
    await parts.stop();
  }
}

/** Adds the inbox's mails: the identifiers by recipient and content. */
async function readMails(inbox: string, seen: Map<string, Set<string>>): Promise<void> {
  const response = await fetch(`${inbox}/api/v1/messages?limit=1000`).catch(() => undefined);
  const list = (await response?.json().catch(() => undefined)) as
    | { messages: { id: string; to: string[]; created: string; snippet?: string }[] }
    | undefined;
  for (const { id, to, snippet } of list?.messages ?? []) {
    const mail = `${to} ${snippet}`;
    seen.set(mail, (seen.get(mail) ?? new Set()).add(id));
  }
}

async function addressesOf(access: Parameters<typeof connectToLogto>[0]): Promise<Set<string>> {
  const api = connectToLogto(access);
  const known = new Set<string>();
  for (let page = 1; ; page += 1) {
    const query = { page, page_size: 100 };
    const users = body(await api.GET('/api/users', { params: { query } }));
    if (users.length === 0) {
      return known;
    }
    for (const { primaryEmail } of users) {
      known.add(primaryEmail ?? '');
    }
  }
}
