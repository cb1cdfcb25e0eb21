import type { Message, MessageSummary } from '../mailbox/message.ts';

const list = document.querySelector('#messages') as HTMLUListElement;
const article = document.querySelector('#message') as HTMLElement;

const show = async (id: string) => {
  const message: Message = await (await fetch(`/api/v1/message/${id}`)).json();
  article.hidden = false;
  article.setAttribute('aria-label', message.subject);
  const heading = Object.assign(document.createElement('h2'), { textContent: message.subject });
  const code = Object.assign(document.createElement('output'), { textContent: message.code ?? '' });
  code.setAttribute('aria-label', 'Code');
  const frame = Object.assign(document.createElement('iframe'), { title: 'Mail' });
  frame.setAttribute('sandbox', '');
  frame.src = `/view/${id}.html`;
  article.replaceChildren(heading, code, frame);
};

const load = async () => {
  const { messages } = (await (await fetch('/api/v1/messages')).json()) as {
    messages: MessageSummary[];
  };
  list.replaceChildren(
    ...messages.map((message) => {
      const item = document.createElement('li');
      const button = document.createElement('button');
      button.textContent = `${message.subject} ${message.to.join(', ')}`;
      button.onclick = () => show(message.id);
      item.append(button);
      return item;
    }),
  );
};

new EventSource('/api/v1/events').addEventListener('message', load);
await load();
