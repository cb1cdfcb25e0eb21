import { expect, it } from 'vitest';
import { Mailbox, type MailboxEvent, type NewMessage } from './mailbox.ts';

function mail(more: Partial<NewMessage> = {}): NewMessage {
  return {
    from: { address: 'no-reply@mail.example.com', name: '' },
    to: ['ada@example.com'],
    bcc: [],
    replyTo: null,
    subject: 'Your code',
    html: '',
    text: '123456',
    tag: '',
    headers: {},
    parameters: {},
    ...more,
  };
}

function mailbox(messages: number, bytes = 1_000_000) {
  return new Mailbox({ messages, bytes }, () => new Date('2026-01-02T03:04:05Z'));
}

it('keeps the newest, and says which went', () => {
  const box = mailbox(3);
  const events: MailboxEvent[] = [];
  box.listeners.add((event) => events.push(event));
  for (const subject of ['1', '2', '3', '4', '5']) {
    box.add(mail({ subject }), 'R');
  }
  expect(box.list().map(({ subject }) => subject)).toEqual(['5', '4', '3']);
  const deleted = events.filter((event) => event.type === 'deleted').flatMap(({ ids }) => ids);
  expect(deleted).toEqual(['m00000001', 'm00000002']);
});

it('keeps so many bytes, and the newest whatever its size', () => {
  const box = mailbox(100, 1000);
  for (let count = 0; count < 5; count += 1) {
    box.add(mail({ text: 'x'.repeat(300) }), 'R');
  }
  expect(box.size).toBe(3);
  box.add(mail({ text: 'x'.repeat(5000) }), 'R');
  expect(box.list().map(({ size }) => size)).toEqual([5000]);
  box.add(mail({ text: 'x'.repeat(300) }), 'R');
  expect(box.list().map(({ size }) => size)).toEqual([300]);
});

it('gives ids that never come again', () => {
  const box = mailbox(10);
  const first = box.add(mail(), 'R');
  box.clear();
  const second = box.add(mail(), 'R');
  expect(second.id > first.id).toBe(true);
  expect(second.envId).not.toBe(first.envId);
});

it('reads the code from the text, else the HTML, else the subject', () => {
  const box = mailbox(10);
  const code = (more: Partial<NewMessage>) => box.add(mail(more), 'R').code;
  expect(code({ text: '111111', html: '<b>222222</b>', subject: '333333' })).toBe('111111');
  expect(code({ text: 'see below', html: '<b>222222</b>', subject: '333333' })).toBe('222222');
  expect(code({ text: '', html: '<b>Hi</b>', subject: '333333' })).toBe('333333');
  expect(code({ text: 'Hi' })).toBeNull();
});

it('tells what is read, once', () => {
  const box = mailbox(10);
  const { id } = box.add(mail(), 'R');
  const events: MailboxEvent[] = [];
  const stop = box.listeners.add((event) => events.push(event));
  box.mark([id, 'm9'], true);
  box.mark([id], true);
  stop();
  box.mark([id], false);
  expect(events).toEqual([{ type: 'read', ids: [id], read: true }]);
});
