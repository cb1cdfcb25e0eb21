import type { DirectMailEmulator, Message } from '@dm-kit/direct-mail-emulator';

const interval = 200;

/** Calls back with each mail that arrives from now on, the oldest first. @returns ends it */
export function watchMails(
  directMail: DirectMailEmulator,
  onMail: (mail: Message) => void,
): () => void {
  let last = directMail.messages()[0]?.id ?? '';
  const timer = setInterval(() => {
    const fresh = directMail.messages().filter(({ id }) => id > last);
    last = fresh[0]?.id ?? last;
    fresh.reverse().forEach(onMail);
  }, interval);
  return () => clearInterval(timer);
}
