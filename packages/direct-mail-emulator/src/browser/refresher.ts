/**
 * Runs a task when asked: at once when it is idle, and not more often than every `pause`
 * milliseconds however often it is asked, so that thousands of mails do not keep the page busy.
 */
export function refresher(task: () => Promise<void>, pause = 150): () => void {
  let busy = false;
  let again = false;
  const run = async () => {
    busy = true;
    again = false;
    await task();
    setTimeout(() => {
      busy = false;
      if (again) {
        void run();
      }
    }, pause);
  };
  return () => {
    if (busy) {
      again = true;
    } else {
      void run();
    }
  };
}
